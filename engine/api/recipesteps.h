// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/recipe.h"

namespace leat {

/// What a recipe does, in order, one translated sentence each.
QStringList recipeSteps(RecipeId id, const RecipeFacts& facts);

} // namespace leat
