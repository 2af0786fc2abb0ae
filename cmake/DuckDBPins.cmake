# What FindDuckDB.cmake may fetch. A file whose SHA-256 is not here is never used: a platform
# without a known hash needs -DDUCKDB_NPM_SHA256= or -DDUCKDB_ZIP_SHA256=.

# C API header, out of the npm package "duckdb" (the bindings carry the library only). The C API
# only ever grows, so an older header fits a newer library.
set(DUCKDB_PIN_HEADER_PACKAGE "duckdb@1.4.4")
set(DUCKDB_PIN_HEADER_PACKAGE_SHA256 5bb967dcbcd517670ba5f169f238fb9d6787e53752c60ebe24386169d76941ed)
set(DUCKDB_PIN_HEADER_MEMBER "package/src/duckdb/src/include/duckdb.h")
set(DUCKDB_PIN_HEADER_SHA256 cbe6a827284375c5a646b8f27dbd3a00808ce8738b5bbb49c190cb1e08540281)

# Library, out of the npm package "@duckdb/node-bindings-<platform>".
set(DUCKDB_PIN_NPM_VERSION_linux-x64 "1.5.6-r.1")
set(DUCKDB_PIN_NPM_SHA256_linux-x64 1b9f82478539bb9a1d1df44bd103121a12ae52142c07158dc52b97d2ec1d69ff)
set(DUCKDB_PIN_NPM_LIBRARY_SHA256_linux-x64 3f4962cdd266eab2b479a5b5a4a6d063d279b2954ae814ed00385d553b747633)
set(DUCKDB_PIN_NPM_VERSION_linux-arm64 "1.5.5-r.5")
set(DUCKDB_PIN_NPM_VERSION_darwin-x64 "1.5.5-r.5")
set(DUCKDB_PIN_NPM_VERSION_darwin-arm64 "1.5.5-r.5")
set(DUCKDB_PIN_NPM_VERSION_win32-x64 "1.5.5-r.5")

# Official release zips: duckdb.h, the library, and duckdb.lib on Windows.
set(DUCKDB_PIN_ZIP_VERSION "1.5.6")
set(DUCKDB_PIN_ZIP_FILE_linux-x64 "libduckdb-linux-amd64.zip")
set(DUCKDB_PIN_ZIP_FILE_linux-arm64 "libduckdb-linux-arm64.zip")
set(DUCKDB_PIN_ZIP_FILE_darwin-x64 "libduckdb-osx-universal.zip")
set(DUCKDB_PIN_ZIP_FILE_darwin-arm64 "libduckdb-osx-universal.zip")
set(DUCKDB_PIN_ZIP_FILE_win32-x64 "libduckdb-windows-amd64.zip")
