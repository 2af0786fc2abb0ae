# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts under tests/ share: a throw-away PostgreSQL, leatctl as a user runs it, measuring."""
