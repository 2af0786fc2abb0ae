// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"

namespace CLI { class App; }

namespace leat {

// One function a noun: adds its commands to the tree. Each lives in a file of its own.
void addSourceCommands(CLI::App* root, Invocation& invocation);
void addSchemaCommands(CLI::App* root, Invocation& invocation);
void addSyncCommand(CLI::App* root, Invocation& invocation);
void addHistoryCommands(CLI::App* root, Invocation& invocation);
void addStatusCommand(CLI::App* root, Invocation& invocation);
void addQueryCommand(CLI::App* root, Invocation& invocation);
void addSampleCommands(CLI::App* root, Invocation& invocation);
void addDoctorCommand(CLI::App* root, Invocation& invocation);
void addDiagnoseCommands(CLI::App* root, Invocation& invocation);
void addSchedulerCommands(CLI::App* root, Invocation& invocation);
void addRunSchedulerCommand(CLI::App* root, Invocation& invocation);
void addProfileCommand(CLI::App* root, Invocation& invocation);
void addRecipeCommands(CLI::App* root, Invocation& invocation);
void addTrashCommands(CLI::App* root, Invocation& invocation);
void addBundleCommands(CLI::App* root, Invocation& invocation);
void addAuditCommand(CLI::App* root, Invocation& invocation);
void addHelpCommands(CLI::App* root, Invocation& invocation);
void addCompletionCommands(CLI::App* root, Invocation& invocation);

// The parts of a noun with many verbs.
void addSourceAdd(CLI::App* source, Invocation& invocation);
void addSourceSet(CLI::App* source, Invocation& invocation);
void addSourceRotate(CLI::App* source, Invocation& invocation);
void addSchemaSet(CLI::App* schema, Invocation& invocation);
void addSchemaSync(CLI::App* schema, Invocation& invocation);
void addSchemaData(CLI::App* schema, Invocation& invocation);
void addSchemaQuarantine(CLI::App* schema, Invocation& invocation);
void addSchemaReconcile(CLI::App* schema, Invocation& invocation);
void addSchemaVerify(CLI::App* schema, Invocation& invocation);

/// What `--version` prints.
void printVersion(Session& session);

} // namespace leat
