"""The state that a story takes for granted."""

from collections import Counter

from timeline.names.drafts import Draft, Scan

#: Agencies whose name in a dateline tells the home of the story.
AGENCIES = {
    "واس": "SAU", "قنا": "QAT", "وام": "ARE", "كونا": "KWT", "بنا": "BHR", "بترا": "JOR", "سانا": "SYR", "وات": "TUN", "واج": "DZA",
    "ومع": "MAR", "سبا": "YEM", "سونا": "SDN", "وفا": "PSE", "وال": "LBY",
}  # fmt: skip


def home_states(scan: Scan, found: list[Draft]) -> tuple[str, ...]:
    """The states whose officials a story may name without saying whose, likeliest first: its agency's, then those it names most."""
    agency = next((AGENCIES[word] for word in scan.reading.folded[:40] if word in AGENCIES), None)
    counts: Counter[str] = Counter()
    for word in scan.reading.folded:
        if word in ("المملكه", "الحرمين"):
            counts["SAU"] += 2
    states = scan.vocabulary.states
    for draft in found:
        for code in draft.codes:
            if code in states:
                counts[code] += 1
    for match in scan.matches.values():
        entry = match.entries[0]
        if entry.kind == "state" and entry.code:
            counts[entry.code] += 1
    if counts["MAR"] > 4 or counts["JOR"] > 4 or counts["BHR"] > 4:
        counts["SAU"] -= 2 * sum(1 for word in scan.reading.folded if word == "المملكه")
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(dict.fromkeys([agency, *ranked] if agency else ranked))
