# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server of our own on a free port, which dies with the script."""
import ctypes
import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time

QUIET = {
    "fsync": "off", "full_page_writes": "off", "jit": "off",
    "timezone": "UTC", "log_min_messages": "warning",
}


class LabError(Exception):
    """Something around the test failed, not what is tested."""


def find_bin():
    """The folder of the newest server programs."""
    found = [p for p in glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/usr/pgsql-*/bin")
             if os.path.exists(os.path.join(p, "initdb"))]
    if found:
        return max(found, key=lambda p: int("".join(c for c in p if c.isdigit()) or 0))
    initdb = shutil.which("initdb")
    if not initdb:
        raise LabError("PostgreSQL's server programs were not found; ./dev setup installs them")
    return os.path.dirname(os.path.realpath(initdb))


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGINT)     # PR_SET_PDEATHSIG: SIGINT is a fast shutdown


def _other_user():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """with Cluster(folder) as server: server.sql("SELECT 1")"""

    def __init__(self, folder, settings=None):
        self.bin = find_bin()
        self.folder = folder
        self.data = os.path.join(folder, "pgdata")
        self.port = free_port()
        self.host = "127.0.0.1"
        self.settings = {**QUIET, **(settings or {})}
        self.process = None
        self._identity = _other_user()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def _program(self, name):
        return os.path.join(self.bin, name)

    def start(self):
        if not os.path.isdir(self.data):
            self._make()
        options = {**self.settings, "port": self.port, "listen_addresses": self.host,
                   "unix_socket_directories": self.folder}
        command = [self._program("postgres"), "-D", self.data]
        for key, value in options.items():
            command += ["-c", f"{key}={value}"]
        with open(os.path.join(self.folder, "server.log"), "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                            preexec_fn=_die_with_parent, **self._identity)
        self._wait_until_ready()

    def _make(self):
        os.makedirs(self.folder, exist_ok=True)
        if self._identity:
            os.chown(self.folder, self._identity["user"], self._identity["group"])
            os.chmod(self.folder, 0o755)
        made = subprocess.run([self._program("initdb"), "-D", self.data, "-U", "postgres", "--auth=trust",
                               "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
                              capture_output=True, text=True, cwd="/", **self._identity)
        if made.returncode:
            raise LabError(f"initdb failed: {made.stderr}")

    def _wait_until_ready(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            if subprocess.run([self._program("pg_isready"), "-q", "-h", self.host, "-p", str(self.port)]).returncode == 0:
                return
            time.sleep(0.05)
        with open(os.path.join(self.folder, "server.log"), encoding="utf-8", errors="replace") as log:
            raise LabError("PostgreSQL did not start:\n" + log.read()[-2000:])

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def crash(self):
        """Ends every process at once, as a power cut does."""
        subprocess.run([self._program("pg_ctl"), "-D", self.data, "-m", "immediate", "stop"], cwd="/", check=True,
                       stdout=subprocess.DEVNULL, **self._identity)
        self.process.wait()

    def run_as_owner(self, command):
        """A program as the user whose server this is; it dies with the script."""
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                cwd="/", preexec_fn=_die_with_parent, **self._identity)

    def give(self, folder):
        """Lets that user write into a folder."""
        if self._identity:
            for path in (folder, *(os.path.join(folder, name) for name in os.listdir(folder))):
                os.chown(path, self._identity["user"], self._identity["group"])

    def standby(self, folder, settings=None):
        """A streaming replica, not yet started."""
        copy = Cluster(folder, {**self.settings, **(settings or {})})
        os.makedirs(folder, exist_ok=True)
        self.give(folder)
        subprocess.run([self._program("pg_basebackup"), "-D", copy.data, "-h", self.host, "-p", str(self.port), "-U", "postgres",
                        "-R", "-X", "stream", "-c", "fast"], check=True, cwd="/", capture_output=True, **self._identity)
        return copy

    def require_passwords(self):
        """Everybody but postgres has to give one."""
        self._access("host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n")

    def trust_again(self):
        self._access("host all all 127.0.0.1/32 trust\n")

    def _access(self, lines):
        with open(os.path.join(self.data, "pg_hba.conf"), "w", encoding="ascii") as out:
            out.write("local all all trust\nhost replication all 127.0.0.1/32 trust\n" + lines)
        self.sql("SELECT pg_reload_conf()")

    def failed_logins(self):
        with open(os.path.join(self.folder, "server.log"), encoding="utf-8", errors="replace") as log:
            return log.read().count("password authentication failed")

    def environment(self):
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        return {**kept, "PGHOST": self.host, "PGPORT": str(self.port), "PGUSER": "postgres",
                "PGOPTIONS": "-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0"}

    def psql_command(self, database, *more):
        return [self._program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, *more]

    def sql(self, text, database="postgres"):
        """Runs statements; the unaligned, tuples-only output."""
        return self._run(self.psql_command(database, "-At", "-f", "-"), text).rstrip("\n")

    def start_sql(self, text, database):
        """A psql under way; the caller waits for it."""
        return subprocess.Popen(self.psql_command(database, "-c", text), env=self.environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, preexec_fn=_die_with_parent)

    def file(self, path, database="postgres", **variables):
        more = [word for key, value in variables.items() for word in ("-v", f"{key}={value}")]
        return self._run(self.psql_command(database, *more, "-f", path), None)

    def _run(self, command, text):
        done = subprocess.run(command, input=text, capture_output=True, text=True, env=self.environment())
        if done.returncode:
            raise LabError(f"psql failed: {done.stderr.strip()}")
        return done.stdout

    def create_database(self, name):
        self.sql(f'CREATE DATABASE "{name}"')

    def require_password(self, user):
        """From now on this role needs its password over TCP."""
        path = os.path.join(self.data, "pg_hba.conf")
        with open(path, encoding="utf-8") as file:
            others = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"host all {user} 127.0.0.1/32 scram-sha-256\n{others}")
        self.sql("SELECT pg_reload_conf()")

    def pgbench(self, *arguments, database):
        """A pgbench process; the caller waits for it."""
        return subprocess.Popen([self._program("pgbench"), *arguments, database], env=self.environment(),
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                preexec_fn=_die_with_parent)
