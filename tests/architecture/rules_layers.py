# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom (ARCHITECTURE.md, layers)."""
from tree import Breach, includes

# First match wins. A folder may include what stands in its list, and itself.
MAY_INCLUDE = [
    ("engine/api/", ()),
    ("engine/base/", ("engine/api/",)),
    ("engine/diagnose/", ("engine/api/",)),
    ("engine/schedule/", ("engine/api/",)),
    ("engine/", ("engine/",)),
    ("models/", ("engine/api/",)),
    ("ui/", ("engine/api/", "models/")),
    ("app/", ("engine/", "models/", "ui/")),
]

# Concrete classes: their headers are for their own folder, the composition root and tests.
CONCRETE_FOLDERS = ("engine/connectors/postgres/", "engine/connectors/sqlite/", "engine/warehouse/duckdb/")
CONCRETE_EXCEPT = {
    "engine/state/": {"engine/state/statestore.h", "engine/state/schemastatus.h"},
    "engine/secrets/": {"engine/secrets/redactor.h", "engine/secrets/secretbroker.h"},
}
COMPOSITION = "app/composition.cpp"

# Modules of Qt that a layer does without.
NO_MODULES = [
    ("engine/", ("QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets")),
    ("models/", ("QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtSql", "QtNetwork")),
    ("ui/", ("QtSql", "QtNetwork")),
]
FILE_HEADERS = {"QFile", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QDirIterator", "QLockFile",
                "QFileSystemWatcher", "QProcess", "fstream", "filesystem", "cstdio", "fcntl.h", "stdio.h"}
THREAD_HEADERS = {"QThread", "QThreadPool", "QRunnable", "QMutex", "QReadWriteLock", "QSemaphore",
                  "QWaitCondition", "QtConcurrent", "QtConcurrentRun", "thread", "mutex",
                  "condition_variable", "semaphore"}
# PostgreSQL goes through libpq alone: Qt's driver hangs after a COPY and changes numbers and times.
QT_SQL_FOLDER = "engine/state/"
OUTSIDE = {"libpq-fe.h", "duckdb.h", "sqlite3.h"}


def _own_folder(path, names):
    return next((name for name in names if path.startswith(name)), None)


def include_direction(tree):
    """Quoted includes start at the root, exist, and go downwards only."""
    for path, text in tree.sources():
        own, allowed = next((k, v) for k, v in MAY_INCLUDE if path.startswith(k))
        for line, quoted, name in includes(text):
            if not quoted:
                if name.split("/")[0] in ("engine", "models", "ui", "app"):
                    yield Breach(path, line, f'own header <{name}> is included with "…"')
                continue
            if name.endswith(".moc") or name.startswith("ui_"):
                continue
            if name not in tree.files:
                yield Breach(path, line, f'"{name}" is not a file of the tree (start at the root)')
            elif not name.startswith((own,) + tuple(allowed)):
                yield Breach(path, line, f'{own} must not include "{name}"')


def concrete_classes(tree):
    """Only app/composition.cpp names concrete classes."""
    for path, text in tree.sources():
        if path == COMPOSITION:
            continue
        for line, quoted, name in includes(text):
            if not quoted:
                continue
            folder = _own_folder(name, CONCRETE_FOLDERS)
            if folder is None:
                folder = _own_folder(name, CONCRETE_EXCEPT)
                if folder is None or name in CONCRETE_EXCEPT[folder]:
                    continue
            if not path.startswith(folder):
                yield Breach(path, line, f'concrete "{name}" is for {folder} and {COMPOSITION} only')


def qt_modules(tree):
    """Engine and models know no Gui and no Widgets; models need QtCore only; ui has no SQL, no network."""
    for layer, modules in NO_MODULES:
        for path, text in tree.sources(layer):
            for line, quoted, name in includes(text):
                if quoted:
                    continue
                for module in modules:
                    known = tree.qt_headers.get(module, ())
                    if name.startswith(module + "/") or name == module or name in known:
                        yield Breach(path, line, f"{layer} must not use {module} (<{name}>)")


def no_io_no_threads(tree):
    """ui and models: no file I/O and no thread; both go through Control."""
    for path, text in tree.sources("ui/", "models/"):
        for line, quoted, name in includes(text):
            base = name.split("/")[-1]
            if not quoted and base in FILE_HEADERS:
                yield Breach(path, line, f"file I/O does not belong here (<{name}>)")
            if not quoted and base in THREAD_HEADERS:
                yield Breach(path, line, f"threads do not belong here (<{name}>)")
            if base in OUTSIDE:
                yield Breach(path, line, f"{base} belongs to the engine")


def sql_drivers_stay_in_state(tree):
    """Qt's SQL drivers are for the state store only (traps T161–T164)."""
    for path, text in tree.sources():
        if path.startswith(QT_SQL_FOLDER):
            continue
        for line, quoted, name in includes(text):
            if not quoted and name.split("/")[-1] in tree.qt_headers.get("QtSql", ()):
                yield Breach(path, line, f"<{name}> is for {QT_SQL_FOLDER} only")


RULES = [include_direction, concrete_classes, qt_modules, no_io_no_threads, sql_drivers_stay_in_state]
