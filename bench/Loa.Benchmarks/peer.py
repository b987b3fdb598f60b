"""Times python-docx on each file given: open it, then read the text of every paragraph and every cell."""
import statistics
import sys
import time

import docx


def read(path):
    document = docx.Document(path)
    length = sum(len(p.text) for p in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            length += sum(len(cell.text) for cell in row.cells)
    return length


for path in sys.argv[1:]:
    for _ in range(3):
        read(path)
    times = []
    for _ in range(15):
        start = time.perf_counter()
        read(path)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{path}\t{statistics.median(times):.3f}")
