"""Minutes typed in LaTeX: what is printed of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from minutebook.load.latex import from_latex, is_latex

PAGE = r"""
\documentclass[11pt]{article}
\usepackage[margin=2cm]{geometry} % of the page
\title{Minutes of the Weir Society Committee}
\date{4 March 2024}
\newcommand{\action}[2]{\textbf{Action:} #1 -- #2}
\begin{document}
\maketitle
\section*{Present}
\begin{itemize}
    \item Ada Penrose (Chair)
    \item Se\'an Holt (Treasurer)
\end{itemize}
\textbf{Apologies:} Jo Marsh
\section{Minutes of the last meeting}
The minutes were agreed as a correct record.
\section{Nets}
    It was agreed to spend \pounds 250 on new nets.
    \action{Se\'an Holt}{to buy the nets by 1 April}
\subsection{Boats}
Proposed by Se\'an Holt, seconded by Ada Penrose that the boat be sold. Carried.
\end{document}
"""

PIECES = [
    (r"Caf\'e, na\"{\i}ve, \c{c}a, \~n", "Café, naïve, ça, ñ"),
    (r"50\% of \$5 -- ``yes''---no~one", "50% of $5 – “yes”—no one"),
    (r"\href{https://a.example}{the plan}", "the plan"),
    (r"\emph{so} \textit{it} \textbf{was}", "so it **was**"),
    ("one % a note\ntwo", "one two"),
    (r"\vspace{2cm}\label{a}left", "left"),
    (r"\unknown{kept} too", "kept too"),
    (r"\Present{Ada, Tom}", "Present: Ada, Tom"),
    (r"\begin{enumerate}\item One\item Two\end{enumerate}", "1. One\n2. Two"),
    (r"\section{A}\subsection{B}\section{C}", "## 1 A\n\n### 1.1 B\n\n## 2 C"),
    (
        r"\begin{tabular}{|l|l|}\hline Name & Post\\"
        r" \hline Ada \& Jo & Chair\\\end{tabular}",
        "<table><tr><td>Name</td><td>Post</td></tr>"
        "<tr><td>Ada &amp; Jo</td><td>Chair</td></tr></table>",
    ),
]


@pytest.mark.parametrize(("typed", "printed"), PIECES)
def test_what_is_printed(typed: str, printed: str) -> None:
    assert from_latex(typed) == printed


def test_minutes_in_latex() -> None:
    found = read(PAGE, "may.tex")
    assert found["meeting"]["body"] == "Weir Society Committee"
    assert found["meeting"]["date"] == "2024-03-04"
    assert [(x["name"], x["status"]) for x in found["attendance"]] == [
        ("Ada Penrose", "present"),
        ("Seán Holt", "present"),
        ("Jo Marsh", "apologies"),
    ]
    assert [(x["number"], x["title"]) for x in found["items"]] == [
        ("1", "Minutes of the last meeting"),
        ("2", "Nets"),
        ("2.1", "Boats"),
    ]
    assert "It was agreed to spend £250 on new nets." in [
        x["text"] for x in found["decisions"]
    ]
    assert [x["owners"] for x in found["actions"]] == [["Seán Holt"]]


def test_a_title_that_is_never_made_is_kept() -> None:
    page = PAGE.replace("\\maketitle\n", "")
    assert read(page, "may.txt")["meeting"]["body"] == "Weir Society Committee"


def test_what_is_no_latex() -> None:
    assert not is_latex("C:\\documents\\may.txt is where they are.", "may.txt")
    assert is_latex("Present: Ada", "may.tex")


@pytest.mark.parametrize(
    "unit",
    [
        "\\a{",
        "{",
        "}",
        "\\begin{tabular}",
        "\\item[",
        "\\'",
        "\\\\[",
        "%",
        "\\section{",
    ],
)
def test_endless_commands_end(unit: str) -> None:
    began = time.process_time()
    from_latex(unit * 20_000)
    assert time.process_time() - began < 5


@given(st.text(alphabet="\\{}[]%&$~-'`abitem \n", max_size=200))
def test_any_text_is_written(text: str) -> None:
    from_latex(text)
