// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header needs a target, and a target needs a source.
