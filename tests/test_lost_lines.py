"""Pages that lost their line ends: their titles and lines are found again."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from minutebook.load import read_document
from minutebook.runner import extract
from minutebook.segment.flatwords import Page, is_plain, read_words
from minutebook.segment.lostbreaks import find_lost_breaks
from minutebook.segment.runintitles import find_titles
from minutebook.segment.unflat import break_flat
from minutebook.weigh_breaks import learn

# no number and no label parts the items of this page
PAGE = (
    "Thornbeck Town Council Minutes of the monthly meeting held in the Guildhall on "
    "Tuesday 4 March 2014. Present: Cllr A. Penrose (Chair), Cllr T. Holt and Cllr M. "
    "Orr. Apologies Apologies were received from Cllr J. Reeve. Minutes of the last "
    "meeting The minutes of the meeting held on 4 February were proposed by Cllr "
    "Holt, seconded by Cllr Orr and agreed. Matters Arising The Clerk said that the "
    "lamp at the quay had been mended. Correspondence A letter was read from the "
    "Rowing Club about the slipway. It was agreed to reply that the slipway will be "
    "cleared in May. Finance Report The Treasurer reported a balance of £1,204.50. It "
    "was agreed to pay the invoice for hedges. Planning Applications 14/0231 Mill "
    "House, new porch. No objection. Any Other Business Cllr Orr asked about the bus "
    "shelter. Date of next meeting Tuesday 1 April 2014 at 7.30pm."
)
TITLES = (
    *("Minutes of the last meeting", "Matters Arising", "Correspondence"),
    *("Finance Report", "Planning Applications", "Any Other Business"),
)
# as long, but one paragraph of a report
TOLD = (
    "The officer told members that the work on the sea wall had gone on through the "
    "winter without a break, that the contractor had been held up twice by high "
    "tides, and that the cost was so far within the sum that had been set aside for "
    "it. She went on to say that the railings would be put back before Easter, though "
    "the colour was still to be chosen, and that people who lived along the front had "
    "been written to. Members thanked her for the care with which the work was done "
    "and asked whether the steps at the north end could be mended while the men were "
    "there. She thought that they could, if the stone came in time, but warned that "
    "the quarry had been slow of late. One member felt that the notice on the gate "
    "was too small to be read from the road, and she said that she would look into it "
    "with the harbour master when she next saw him."
)


def written(folder: Path, text: str) -> Path:
    path = folder / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_titles_without_number_or_label_are_found() -> None:
    found = [PAGE[x.start : x.end] for x in find_titles(PAGE, 0, len(PAGE))]
    assert {*TITLES} <= {*found}


def test_items_of_the_page(tmp_path: Path) -> None:
    found = extract(read_document(written(tmp_path, PAGE)))
    titles = {x.title for x in found.sections.items}
    assert {*TITLES} <= titles
    assert found.source.text.strip() == PAGE  # every offset is what it was


def test_items_of_the_page_wrapped_at_a_margin(tmp_path: Path) -> None:
    wrapped = "\n".join(textwrap.wrap(PAGE, 72))
    found = extract(read_document(written(tmp_path, wrapped)))
    assert {*TITLES} <= {" ".join(x.title.split()) for x in found.sections.items}
    assert found.source.text.strip() == wrapped


def test_a_wrapped_paragraph_keeps_its_lines(tmp_path: Path) -> None:
    source = read_document(written(tmp_path, "\n".join(textwrap.wrap(TOLD, 72))))
    assert break_flat(source) == source


def test_lines_begin_behind_sentences_that_close_an_item() -> None:
    starts = find_lost_breaks(PAGE, 0, len(PAGE))
    begun = {PAGE[x:].split(" ", 1)[0] for x in starts}
    assert {"Matters", "Correspondence"} <= begun


def test_a_long_paragraph_is_not_broken(tmp_path: Path) -> None:
    assert find_lost_breaks(TOLD, 0, len(TOLD)) == []
    source = read_document(written(tmp_path, TOLD))
    assert break_flat(source) == source


def test_long_paragraphs_among_lines_stay_whole(tmp_path: Path) -> None:
    lines = [f"{n}. Business {n}\n\nIt was agreed to wait.\n" for n in range(1, 40)]
    source = read_document(written(tmp_path, "\n".join([*lines, TOLD])))
    assert break_flat(source) == source


def test_a_break_never_parts_a_number_from_its_title(tmp_path: Path) -> None:
    text = re.sub(r"(Matters|Correspondence|Finance Report)", r"4. \1", PAGE)
    broken = break_flat(read_document(written(tmp_path, text))).text
    assert "\n4.\n" not in broken


@pytest.mark.parametrize(
    ("trait", "plain"),
    [
        ("first:minutes", True),
        ("first:thornbeck", False),  # a name
        ("nw2:the_<T>", True),
        ("nw2:ada_<T>", False),
        ("all/e:._minutes", True),
        ("es:TlU", True),
        ("mark:9/9", True),
    ],
)
def test_names_have_no_weight(trait: str, plain: bool) -> None:
    assert is_plain(trait, {"minutes", "the"}) is plain


def test_chains_of_numbers() -> None:
    text = "1. Bins One 2. Paths Two 9. Lamps"
    page = Page(read_words(text, 0, len(text)))
    chains = [page.begins(at) for at in (1, 4, 7)]
    assert [next(x for x in y if x.startswith("chain")) for y in chains] == [
        "chain2",
        "chain1",
        "chain0",
    ]


def test_what_lines_teach() -> None:
    minutes = learn("b", ["Present: Ada Penrose", "5. Bins", "The bins were seen."])
    words = [minutes.page.words[x].text for x in sorted(minutes.ended)]
    assert words == ["Penrose", "Bins"]
