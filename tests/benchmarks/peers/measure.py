# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the work of a peer and prints the same JSON lines as the programs of this folder."""
import json
import math
import sys
import time


def wanted(name):
    """True if the item was asked for: the program's first argument is a part of its name."""
    return len(sys.argv) < 2 or sys.argv[1] in name


def _times(prefix, values):
    ordered = sorted(values)
    at = lambda share: ordered[max(0, math.ceil(share * len(ordered)) - 1)]
    return {f"{prefix}least_ms": at(0), f"{prefix}median_ms": at(0.5), f"{prefix}p99_ms": at(0.99)}


def report(peer, name, elapsed, processor, answer):
    row = {"peer": peer, "name": name, "runs": len(elapsed)}
    row.update(_times("", elapsed))
    row.update(_times("processor_", processor))
    row["answer"] = answer
    print(json.dumps(row, ensure_ascii=False), flush=True)


def timed(work):
    """Elapsed and processor milliseconds of one call, and what it returned."""
    start, processor = time.perf_counter(), time.process_time()
    result = work()
    return (time.perf_counter() - start) * 1e3, (time.process_time() - processor) * 1e3, result


def item(peer, name, prepare, work, answer, runs=7):
    """Runs `work(*prepare())` so many times after one run that is not counted."""
    if not wanted(name):
        return
    data = prepare()
    work(*data)
    rows = [timed(lambda: work(*data)) for _ in range(runs)]
    words = " ".join(f"{float(value):.15g}" for value in answer(rows[-1][2]))
    report(peer, name, [row[0] for row in rows], [row[1] for row in rows], words)


def drag(peer, name, change, paint, count=50):
    """A change of state and its finished pixels, `count` times after five that are not counted."""
    if not wanted(name):
        return
    rows = []
    for i in range(count + 5):
        share = i % count / (count - 1)
        rows.append(timed(lambda: paint(change(share))))
    rows = rows[5:]
    report(peer, name, [row[0] for row in rows], [row[1] for row in rows], "")
