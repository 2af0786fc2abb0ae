#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds each rule something bad and sees it caught, and something good and sees it pass."""
import unittest

import coverage
import rules_errors
import rules_layers
import rules_links
import rules_size
import rules_text
import traps
from tree import Tree, code_only, includes, without_comments

HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
QT = {"QtGui": {"QColor", "QIcon"}, "QtWidgets": {"QWidget", "QLabel"}, "QtSql": {"QSqlDatabase"},
      "QtNetwork": {"QTcpSocket"}}


def of(files, **more):
    extra = {"engine/api/error.h": "", "engine/connectors/source.h": "", "models/world.h": "",
             "ui/window.h": "", "engine/state/statestore.h": "", "engine/state/sqlitestore.h": "",
             "engine/connectors/postgres/pgsource.h": "", "engine/base/clock.h": ""}
    return Tree(files={**extra, **files}, qt_headers=QT, **more)


class Rules(unittest.TestCase):
    def caught(self, rule, files, **more):
        breaches = list(rule(of(files, **more)))
        self.assertTrue(breaches, f"{rule.__name__} did not see {files or more}")
        return breaches

    def passes(self, rule, files, **more):
        self.assertEqual(list(map(str, rule(of(files, **more)))), [])


class Layers(Rules):
    def test_direction(self):
        rule = rules_layers.include_direction
        self.caught(rule, {"engine/api/a.h": '#include "engine/base/clock.h"\n'})
        self.caught(rule, {"engine/base/a.h": '#include "engine/connectors/source.h"\n'})
        self.caught(rule, {"engine/sync/a.cpp": '#include "models/world.h"\n'})
        self.caught(rule, {"models/a.cpp": '#include "engine/connectors/source.h"\n'})
        self.caught(rule, {"models/a.cpp": '#include "ui/window.h"\n'})
        self.caught(rule, {"ui/a.cpp": '#include "engine/state/statestore.h"\n'})
        self.caught(rule, {"ui/a.cpp": '#include "window.h"\n'})
        self.caught(rule, {"ui/a.cpp": "#include <engine/api/error.h>\n"})
        self.passes(rule, {"ui/a.cpp": '#include "engine/api/error.h"\n#include "models/world.h"\n'
                                       '#include "ui/window.h"\n#include "a.moc"\n#include <QLabel>\n'})
        self.passes(rule, {"ui/a.cpp": '// #include "engine/state/statestore.h"\n'})

    def test_concrete_classes(self):
        rule = rules_layers.concrete_classes
        pg = '#include "engine/connectors/postgres/pgsource.h"\n'
        self.caught(rule, {"engine/service/a.cpp": pg})
        self.caught(rule, {"app/main.cpp": pg})
        self.caught(rule, {"engine/service/a.cpp": '#include "engine/state/sqlitestore.h"\n'})
        self.passes(rule, {"app/composition.cpp": pg, "engine/connectors/postgres/b.cpp": pg,
                           "tests/postgres/tst_a.cpp": pg})
        self.passes(rule, {"engine/service/a.cpp": '#include "engine/state/statestore.h"\n'})

    def test_qt_modules(self):
        rule = rules_layers.qt_modules
        self.caught(rule, {"engine/sync/a.cpp": "#include <QColor>\n"})
        self.caught(rule, {"models/a.cpp": "#include <QtWidgets/QLabel>\n"})
        self.caught(rule, {"models/a.cpp": "#include <QSqlDatabase>\n"})
        self.caught(rule, {"ui/a.cpp": "#include <QSqlDatabase>\n"})
        self.passes(rule, {"ui/a.cpp": "#include <QLabel>\n", "engine/a.cpp": "#include <QSqlDatabase>\n"})

    def test_no_io_no_threads(self):
        rule = rules_layers.no_io_no_threads
        for header in ("QFile", "QThread", "fstream", "libpq-fe.h", "QtCore/QSaveFile", "thread"):
            self.caught(rule, {"ui/a.cpp": f"#include <{header}>\n"})
            self.caught(rule, {"models/a.cpp": f"#include <{header}>\n"})
        self.passes(rule, {"engine/a.cpp": "#include <QFile>\n", "ui/a.cpp": "#include <QFileDialog>\n"})


    def test_sql_drivers(self):
        rule = rules_layers.sql_drivers_stay_in_state
        self.caught(rule, {"engine/connectors/postgres/a.cpp": "#include <QSqlDatabase>\n"})
        self.caught(rule, {"engine/warehouse/a.cpp": "#include <QtSql/QSqlDatabase>\n"})
        self.passes(rule, {"engine/state/a.cpp": "#include <QSqlDatabase>\n", "engine/sync/a.cpp": "#include <QString>\n"})


class Text(Rules):
    BAD = ["Foo::instance();", "static Foo& instance();", "Q_GLOBAL_STATIC(Foo, foo)",
           "QCoreApplication::processEvents();", "QEventLoop loop;", "thread->terminate();",
           "Qt::BlockingQueuedConnection", "future.then(this, f);", "bool m_cancelled = false;",
           "bool abortRequested{};", "driver->escapeIdentifier(name, x);", "friend class TstPlan;",
           "#define private public", "QMessageBox::question(this, a, b);", "#ifdef LEAT_GUI"]
    GOOD = ["QCoreApplication::instance()->quit();", "QThreadPool::globalInstance();", "std::terminate();",
            "// never processEvents", 'log("processEvents");', "std::atomic<bool> m_cancelled{false};",
            "QEventLoop::ProcessEventsFlags f;", "friend class CancelSource;", "query.exec();", "DuckInstance& instance() const { return m_instance; }",
            "core.instance().close();", "DuckInstance& Core::instance() const {", "bool m_stopping = false;"]

    def test_forbidden(self):
        for code in self.BAD:
            self.caught(rules_text.forbidden_words, {"engine/sync/a.cpp": code + "\n"})
        for code in self.GOOD:
            self.passes(rules_text.forbidden_words, {"engine/sync/a.cpp": code + "\n"})

    def test_dialogs_do_not_nest_loops(self):
        self.caught(rules_text.forbidden_words, {"ui/a.cpp": "dialog.exec();\n"})
        self.caught(rules_text.forbidden_words, {"ui/a.cpp": "menu->exec (pos);\n"})
        self.passes(rules_text.forbidden_words, {"ui/a.cpp": "dialog->open();\n"})

    def test_sql(self):
        self.caught(rules_text.no_sql_in_doors, {"models/a.cpp": 'q(QStringLiteral("SELECT a FROM b"));\n'})
        self.passes(rules_text.no_sql_in_doors, {"models/a.cpp": 'tr("Select a table");\n',
                                                 "engine/a.cpp": '"SELECT 1"\n'})

    def test_unfinished(self):
        self.caught(rules_text.nothing_unfinished, {"ui/a.cpp": "// TO" + "DO: later\n"})
        self.passes(rules_text.nothing_unfinished, {"ui/a.cpp": "// done\n"})


class Size(Rules):
    def test_lines(self):
        self.caught(rules_size.lines_per_file, {"ui/a.cpp": "\n" * 601})
        self.caught(rules_size.lines_per_file, {"tools/a.py": "\n" * 601})
        self.passes(rules_size.lines_per_file, {"ui/a.cpp": "\n" * 600})

    def test_median(self):
        self.caught(rules_size.median_lines, {"ui/a.cpp": "\n" * 201, "ui/b.cpp": "\n" * 210})
        self.passes(rules_size.median_lines, {"ui/a.cpp": "\n" * 400, "ui/b.cpp": "\n" * 90, "ui/c.cpp": "\n"})

    def test_bytes(self):
        self.caught(rules_size.file_bytes, {}, sizes={"docs/a.png": 256 * 1024 + 1})
        self.passes(rules_size.file_bytes, {}, sizes={"docs/a.png": 256 * 1024})

    def test_licence(self):
        plain = {path: HEAD for path in of({}).files}
        self.caught(rules_size.licence_line, {**plain, "ui/a.cpp": "#pragma once\n"})
        self.caught(rules_size.licence_line, {**plain, "ui/a.cpp": "\n" + HEAD})
        self.caught(rules_size.licence_line, {**plain, "dev": "#!/bin/sh\n"})
        self.caught(rules_size.licence_line, {**plain, "tests/a.py": "import os\n"})
        self.passes(rules_size.licence_line, {**plain, "tests/a.py": "#!/usr/bin/python3\n" + HEAD.replace("//", "#")})


class Errors(Rules):
    GOOD = {
        "engine/api/error.h": "enum class ErrorCode {\n    // any\n    Internal, DiskFull,\n};\n",
        "engine/api/error.cpp": '{ErrorCode::Internal, "internal"}, {ErrorCode::DiskFull, "disk-full"}',
        "engine/api/errortext.cpp": 'case ErrorCode::DiskFull:\n return {QT_TRANSLATE_NOOP("ErrorText", "Full."),'
                                    ' QT_TRANSLATE_NOOP("ErrorText", "Free "\n "some.")};\ndefault:\n return'
                                    ' {QT_TRANSLATE_NOOP("ErrorText", "Wrong."), QT_TRANSLATE_NOOP("ErrorText", "Report.")};',
        "app/cli/exitcodes.cpp": "case ErrorCode::Internal:\ncase ErrorCode::DiskFull:\n    return exitcode::Bad;",
        "app/cli/exitcodes.h": "constexpr int Bad = 73;",
        "docs/errors.md": "| `internal` | Wrong. | Report. | 73 |\n| `disk-full` | Full. | Free some. | 73 |\n",
    }

    def test_described(self):
        rule = rules_errors.codes_are_described
        self.passes(rule, self.GOOD)
        for path in ("engine/api/error.h", "engine/api/error.cpp", "engine/api/errortext.cpp",
                     "app/cli/exitcodes.cpp"):
            self.caught(rule, {**self.GOOD, path: ""})
        self.caught(rule, {**self.GOOD, "engine/api/error.h": "enum class ErrorCode { Internal, DiskFull, New };"})

    def test_documented(self):
        rule = rules_errors.codes_are_documented
        page = self.GOOD["docs/errors.md"]
        self.passes(rule, self.GOOD)
        self.caught(rule, {**self.GOOD, "docs/errors.md": page.replace("Full.", "Empty.")})
        self.caught(rule, {**self.GOOD, "docs/errors.md": page + "| `old` | a | b | 1 |\n"})
        self.caught(rule, {**self.GOOD, "docs/errors.md": ""})

    def test_migrations(self):
        rule = rules_errors.migration_numbers
        path = "engine/state/migrationlist.cpp"
        self.passes(rule, {path: "    return {1, {\n    return {2, {\n"})
        self.caught(rule, {path: "    return {1, {\n    return {3, {\n"})
        self.caught(rule, {path: "    return {2, {\n    return {1, {\n"})
        self.caught(rule, {path: "nothing"})


class Links(Rules):
    def test_gui(self):
        rule = rules_links.no_gui_linked
        good = "leat_api|engine/api|Qt6::Core\nleat_ui|ui|Qt6::Widgets\n"
        self.passes(rule, {}, links=rules_links.parse_links(good))
        self.caught(rule, {}, links=rules_links.parse_links("leat_api|engine/api|Qt6::Gui\n"))
        self.caught(rule, {}, links=rules_links.parse_links(
            "leat_models|models|x\nx|imported|$<LINK_ONLY:Qt6::Widgets>\n"))
        self.caught(rule, {}, links=rules_links.parse_links("leatctl|app|leat_ui\n" + good))
        self.caught(rule, {}, links={})


class Coverage(unittest.TestCase):
    """docs/coverage.md, see coverage.py."""
    ROW = "| T8 | Read | Editor `schema.dialog` | `leatctl schema set TABLE a=b --dry-run` | `tst_a::reads_T8` |\n"
    FILES = {"tests/x/tst_a.cpp": "class A { void reads_T8(); };", "tests/x/drill.py": "    def breaks(self):\n",
             "ui/schemadialog.cpp": 'setObjectName("schema.dialog")'}

    @staticmethod
    def help_of(path):
        return {("schema", "set"): "--dry-run  say what it would do", ("schema",): "set"}.get(path)

    def test_every_id_has_one_row(self):
        page = "".join(f"| {name} | a | b | c | d |\n" for name in coverage.IDS)
        self.assertEqual(list(coverage.structure(page)), [])
        self.assertEqual(len(coverage.IDS), 69 + 65)
        self.assertIn("T18b", coverage.IDS)
        self.assertTrue(list(coverage.structure(page.replace("| D40 |", "| D1–D2 |"))))
        self.assertTrue(list(coverage.structure(page + "| T1 | a | b | c | d |\n")))
        self.assertTrue(list(coverage.structure(page.replace("| T7 | a |", "| T7 |  |"))))
        self.assertTrue(list(coverage.structure("")))

    def test_tests_exist(self):
        self.assertEqual(list(coverage.check_tests(self.ROW, self.FILES)), [])
        for bad in ("`tst_a::reads_T9`", "`tst_b::reads_T8`", "none", "`reads_T8`"):
            self.assertTrue(list(coverage.check_tests(self.ROW.replace("`tst_a::reads_T8`", bad), self.FILES)), bad)
        self.assertEqual(list(coverage.check_tests(self.ROW.replace("`tst_a::reads_T8`", "`drill::breaks`"), self.FILES)), [])

    def test_parts_exist(self):
        self.assertEqual(list(coverage.check_screens(self.ROW, self.FILES)), [])
        self.assertTrue(list(coverage.check_screens(self.ROW.replace("schema.dialog", "schema.window"), self.FILES)))

    def test_commands_exist(self):
        manual = "fields: `a`"
        check = lambda row: list(coverage.check_commands(row, self.help_of, manual))
        self.assertEqual(check(self.ROW), [])
        self.assertTrue(check(self.ROW.replace("--dry-run", "--dry")))
        self.assertTrue(check(self.ROW.replace("a=b", "c=b")))
        self.assertTrue(check(self.ROW.replace("schema set", "schema put")))
        self.assertTrue(check(self.ROW.replace("TABLE", "other-name")))
        self.assertEqual(check(self.ROW.replace("TABLE", "a")), [])    # a name that the manual lists
        self.assertTrue(check(self.ROW.replace("leatctl schema", "psql schema")))
        self.assertEqual(coverage.parse_command("leatctl schema set T.x a=b --then rewind=V"), (["schema", "set"], ["--then"], ["a"]))


class Traps(unittest.TestCase):
    """tests/traps.csv, see traps.py."""
    FILES = Coverage.FILES
    LIST = "id,trap,test,reason\n" + "".join(f"{name},what,tst_a::reads_T8 drill::breaks,\n" for name in traps.IDS)

    def caught(self, text):
        self.assertTrue(list(traps.check(text, self.FILES)), text[:60])

    def passes(self, text):
        self.assertEqual(list(traps.check(text, self.FILES)), [])

    def test_every_id_has_one_row(self):
        self.passes(self.LIST)
        self.assertEqual(len(set(traps.IDS)), 213)
        self.caught(self.LIST.replace("T098,", "T99,"))
        self.caught(self.LIST + "T001,what,tst_a::reads_T8,\n")
        self.caught(self.LIST.replace("T001,what", "T001,"))
        self.caught(self.LIST.replace("id,trap", "id,what"))
        self.caught("")

    def test_tests_exist_or_a_reason_is_given(self):
        with_test = "tst_a::reads_T8 drill::breaks,"
        for bad in ("tst_a::reads_T9,", "tst_a::reads_T8 tst_b::reads_T8,", ",", "none,", "open,later", "tst_a,"):
            self.caught(self.LIST.replace(with_test, bad, 1))
        for good in ("none,No such source here.", "open,Nobody wrote it yet."):
            self.passes(self.LIST.replace(with_test, good, 1))

    def test_counts(self):
        text = self.LIST.replace("tst_a::reads_T8 drill::breaks,", "open,Nobody wrote it yet.", 2)
        self.assertEqual(traps.count(text), (211, 0, 2))


class Reading(unittest.TestCase):
    def test_comments_and_strings(self):
        text = 'a /* b\n */ "c // d" // e\n R"(f "g" h)" \'"\' i'
        self.assertNotIn("b", without_comments(text))
        self.assertIn("c // d", without_comments(text))
        self.assertEqual(code_only(text).split(), ["a", "i"])
        self.assertEqual(len(code_only(text)), len(text))

    def test_includes(self):
        text = '\n#include <QFile>\n#  include "a/b.h"\n/* #include "c.h" */\n'
        self.assertEqual(list(includes(text)), [(2, False, "QFile"), (3, True, "a/b.h")])


if __name__ == "__main__":
    unittest.main(verbosity=1)
