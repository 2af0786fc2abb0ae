# SPDX-License-Identifier: GPL-3.0-or-later
"""A measured figure with its target, and the table of them."""
import os
from dataclasses import dataclass
from typing import Optional


@dataclass
class Figure:
    work: str
    measured: float            # Leat's own figure
    unit: str                  # "s", "CPU s", "MB"
    target: Optional[float]    # None: told, not judged
    peer: str = ""             # what it is compared with
    peer_value: Optional[float] = None
    spread: tuple = ()         # least and greatest of the rounds
    note: str = ""

    @property
    def value(self):
        """What is compared with the target: the ratio where there is a peer."""
        return self.measured / self.peer_value if self.peer_value else self.measured

    @property
    def met(self):
        return None if self.target is None else self.value <= self.target

    def as_dict(self):
        return {"work": self.work, "measured": self.measured, "unit": self.unit, "peer": self.peer,
                "peer_value": self.peer_value, "value": self.value, "target": self.target, "met": self.met,
                "spread": list(self.spread), "note": self.note}


def _number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _cells(figure):
    spread = f" ({_number(figure.spread[0])}–{_number(figure.spread[1])})" if figure.spread else ""
    measured = f"{_number(figure.measured)} {figure.unit}{spread}"
    peer = f"{figure.peer} {_number(figure.peer_value)} {figure.unit}" if figure.peer_value else figure.peer
    ratio = f"{figure.value:.3f}" if figure.peer_value else ""
    target = "" if figure.target is None else f"≤ {figure.target:g}" + ("" if figure.peer_value else f" {figure.unit}")
    met = {None: "", True: "met", False: f"NOT MET, {figure.value / figure.target - 1:+.0%}" if figure.target else ""}[figure.met]
    return [figure.work + (f" ({figure.note})" if figure.note else ""), peer, measured, ratio, target, met]


def print_table(figures, options):
    print(f"\n{options.rows:,} rows of orders, medians of {options.rounds} interleaved rounds, {os.cpu_count()} cores, "
          "server on the same machine\n")
    rows = [["Work", "Peer", "Leat (least–greatest)", "Ratio", "Target", ""]] + [_cells(f) for f in figures]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for index, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if index == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    missed = [f for f in figures if f.met is False]
    judged = [f for f in figures if f.met is not None]
    print(f"\n{len(judged) - len(missed)} of {len(judged)} targets met"
          + ("" if not missed else "; not met: " + "; ".join(f.work for f in missed)))
