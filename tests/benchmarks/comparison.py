# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the JSON lines of the benchmarks beside the goals and writes tables of them."""
import csv
import math
import re
import statistics

CONTROLS = " (state to handle and controls, before paint)"
REFINED = " (to the last, refined scene)"
NUMBER = re.compile(r"[-+]?\d+\.?\d*(?:[eE][-+]?\d+)?")


def read_goals(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["goal"] = float(row["goal"])
        row["against"] = row["against"].split(";") if row["against"] else []
        row["answer"] = [float(word) for word in row["answer"].split()]
        row["tolerance"] = float(row["tolerance"] or 0)
    return rows


def merged(rows):
    """One row for each item and peer, each of its figures from the quietest round."""
    groups = {}
    for row in rows:
        groups.setdefault((row["name"], row.get("peer", "")), []).append(row)
    made = []
    for (name, peer), same in groups.items():
        row = {"name": name, "peer": peer, "rounds": len(same), "runs": sum(one["runs"] for one in same)}
        for clock in ("", "processor_"):
            for key in ("least_ms", "median_ms", "p99_ms"):
                row[clock + key] = min(one[clock + key] for one in same)
        row["answer"] = same[-1]["answer"]
        made.append(row)
    return made


def verdict(answer, goal):
    """"right", "wrong", or nothing where the program gives no number to compare."""
    given = [float(word) for word in NUMBER.findall(answer)]
    if not given or not goal["answer"]:
        return ""
    close = all(abs(have - want) <= goal["tolerance"] * max(1e-300, abs(want))
                for have, want in zip(given, goal["answer"]))
    return "right" if close and len(given) >= len(goal["answer"]) else "wrong"


def figure(value):
    """Three digits that count."""
    if value == 0:
        return "0"
    decimals = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{decimals}f}"


def triple(row, clock):
    return " / ".join(figure(row[clock + key]) for key in ("least_ms", "median_ms", "p99_ms"))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] * len(head)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _counts(row, goal):
    """Whether a peer's row enters the ratio of a goal."""
    named = not goal["against"] or row["peer"].split(",")[0] in goal["against"]
    return row["peer"] and named and verdict(row["answer"], goal) != "wrong"


def _is_met(ratio, goal):
    return "yes" if ratio >= goal["goal"] else "tie" if ratio >= goal["goal"] / 1.3 else "no"


def methods(rows, goals):
    """Every work item: ours and the best peer by least processor time, the ratio and the goal."""
    lines = []
    for goal in (one for one in goals if one["kind"] == "method"):
        same = [row for row in rows if row["name"] == goal["item"]]
        ours = next((row for row in same if not row["peer"]), None)
        if not ours:
            continue
        peers = [row for row in same if _counts(row, goal)]
        best = min(peers, key=lambda row: row["processor_least_ms"], default=None)
        ratio = best["processor_least_ms"] / ours["processor_least_ms"] if best else None
        goal.update(ratio=ratio, met=_is_met(ratio, goal) if best else "")
        lines.append([goal["item"], triple(ours, "processor_"), verdict(ours["answer"], goal),
                      f"{best['peer']} {figure(best['processor_least_ms'])}" if best else "–",
                      figure(ratio) if best else "–", f"≥ {goal['goal']:g}", goal["met"] or "–"])
    head = ["work item", "Tangent: least / median / p99, ms", "answer", "best peer: least, ms", "ratio", "goal", "met"]
    return table(head, lines)


def peers_of_methods(rows, goals):
    """Every peer on every item, its answer checked too."""
    lines = []
    for item in dict.fromkeys(one["item"] for one in goals if one["kind"] == "method"):
        goal = next(one for one in goals if one["item"] == item)
        for row in rows:
            if row["name"] == item and row["peer"]:
                lines.append([item, row["peer"], triple(row, "processor_"), verdict(row["answer"], goal) or "none given"])
    return table(["work item", "peer", "least / median / p99, ms", "answer"], lines)


def hands(rows, goals):
    """The named scenes: change to painted picture, ours and the peers'."""
    lines = []
    for goal in (one for one in goals if one["kind"] == "hand"):
        same = {row["peer"]: row for row in rows if row["name"] == goal["item"]}
        ours = same.pop("", None)
        if not ours:
            continue
        others = "; ".join(f"{peer} {figure(row['processor_median_ms'])}" for peer, row in same.items())
        best = min((row["processor_median_ms"] for row in same.values()), default=None)
        by_clock, by_processor = ours["median_ms"] <= goal["goal"], ours["processor_median_ms"] <= goal["goal"]
        goal["met"] = "yes" if by_clock else "by processor time" if by_processor else "no"
        lines.append([goal["item"], triple(ours, ""), figure(ours["processor_median_ms"]), others or "–",
                      figure(best / ours["processor_median_ms"]) if best else "–", f"≤ {goal['goal']:g}", goal["met"]])
    head = ["scene", "Tangent: least / median / p99, ms", "median of processor time", "peers: the same", "ratio", "goal",
            "met"]
    return table(head, lines)


def labs(rows, goals):
    """Each state that was swept: how its parameters spread, the slowest of them, and the controls."""
    limit = next(goal["goal"] for goal in goals if goal["kind"] == "controls")
    groups = {}
    for row in rows:
        link, _, parameter = row["name"].partition(": ")
        is_sweep = not row["peer"] and re.fullmatch(r"[a-z0-9.-]+", parameter.split(" (")[0])
        if is_sweep and not row["name"].endswith(REFINED):
            groups.setdefault(link, {}).setdefault(row["name"].endswith(CONTROLS), []).append(row)
    lines = []
    median = lambda row: row["processor_median_ms"]
    for link, group in groups.items():
        slowest = max(group[False], key=median)
        controls = max(group.get(True, []), key=median)
        lines.append([f"`{link}`", str(len(group[False])), figure(statistics.median(map(median, group[False]))),
                      f"{slowest['name'].rpartition(': ')[2]} {figure(median(slowest))}",
                      figure(slowest["processor_p99_ms"]), figure(median(controls)),
                      "yes" if median(controls) <= limit else "no"])
    head = ["state", "parameters", "middle median, ms", "slowest parameter: median", "its p99", "controls: slowest median",
            f"≤ {limit:g}"]
    return table(head, lines)


def program(rows, goals):
    lines = []
    for goal in (one for one in goals if one["kind"] == "program"):
        for row in rows:
            if row["name"] == goal["item"] and not row["peer"]:
                value = row["processor_least_ms"]
                lines.append([goal["item"], figure(value), f"≤ {goal['goal']:g} {goal['note']}",
                              "yes" if value <= goal["goal"] else "no"])
    return table(["program", "measured", "goal", "met"], lines)
