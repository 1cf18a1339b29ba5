"""The questions that readers bring are answered: by a page near the README, with a command that is run there."""

import re
from typing import NamedTuple

import pytest

from tests.documents import README, links, outputs, text_of
from tests.test_coverage import FACT, facts

PAGE = "docs/{language}/questions.md"
QUESTION = re.compile(r"^### (.+)$", re.MULTILINE)


class Asked(NamedTuple):
    """A question as the page asks it, the facts of the articles that it rests on, and where its command is run.

    `tells` is the part of the output that answers it.
    """

    question: str
    facts: str
    page: str
    command: str
    tells: str


QUESTIONS = [
    Asked(
        "I am alone. When do I need the first person?",
        "000-S1 000-S2",
        "questions.md",
        "teamplan recommend --orders 4",
        "Customer service agent above 8 orders a day",
    ),
    Asked(
        "Whom do I hire first?",
        "000-S2 000-C3",
        "questions.md",
        "teamplan recommend --orders 30",
        "Customer service 1: Customer service agent",
    ),
    Asked(
        "Should I answer buyers myself?",
        "000-C2",
        "commands/stages-show.md",
        "teamplan stages show promotion",
        "The founder should leave service to the agent. (000-C2)",
    ),
    Asked(
        "I give the shop only four hours a day. Does that work?",
        "003-R2",
        "questions.md",
        "teamplan recommend --orders 30 --owner-hours 4",
        "Operator (14 h/week)",
    ),
    Asked(
        "How much do I work myself?",
        "000-S1 000-S4",
        "commands/recommend.md",
        "teamplan recommend --visitors 6000 --conversion 0.045 --details",
        "You, the owner, carry 1.13 full-time jobs",
    ),
    Asked(
        "What is the smallest team?",
        "003-M2 003-P1",
        "questions.md",
        "teamplan recommend --orders 40 --team three.yaml",
        "No hire now",
    ),
    Asked(
        "My people have other titles than the plan.",
        "003-C2 000-C4",
        "questions.md",
        "teamplan recommend --orders 270 --team five.yaml",
        "3 × Pre-sale agent",
    ),
    Asked(
        "How many parcels does one person pack, and when does the next keeper come?",
        "000-S3 000-S4",
        "model.md",
        "teamplan explain warehouse-keeper --orders 270",
        "Full at 302.2",
    ),
    Asked(
        "When do pre-sale and after-sale service part?",
        "000-S4",
        "commands/next.md",
        "teamplan next --visitors 3000 --conversion 5% --steps 6",
        "Customer service agent splits into",
    ),
    Asked(
        "When do I need a store manager?",
        "000-C6 004-C1",
        "questions.md",
        "teamplan explain store-manager --orders 150",
        "It opens above 190 orders a day",
    ),
    Asked(
        "May whoever runs the shop promote it as well?",
        "000-C5",
        "questions.md",
        "teamplan explain promoter --orders 150",
        "It pays above 165 orders a day",
    ),
    Asked(
        "Can one person do all the design?",
        "000-C8",
        "questions.md",
        "teamplan explain designer --orders 120",
        "It pays above 145 orders a day",
    ),
    Asked(
        "When do I need people for content, for brand, for photographs?",
        "004-C1 004-R1",
        "questions.md",
        "teamplan explain content-specialist --orders 400",
        "It pays above 585 orders a day",
    ),
    Asked(
        "When is a bookkeeper worth a post?",
        "003-P2 001-D2",
        "commands/explain.md",
        "teamplan explain bookkeeper --orders 270",
        "It pays above 309.2",
    ),
    Asked(
        "What if sales explode overnight?",
        "000-S8",
        "commands/hire.md",
        "teamplan hire --orders 60 --jump 3x@2027-03-01 --today 2027-01-20 --months 4",
        "Stages passed in that night: Three months",
    ),
    Asked(
        "Do new people cost the time of those who are there?",
        "001-A1",
        "commands/hire.md",
        "teamplan hire --orders 60 --jump 3x@2027-03-01 --today 2027-01-20 --months 4",
        "showing them the work takes up to",
    ),
    Asked(
        "The articles say one to three people in service. Why does the plan say six?",
        "000-D3",
        "commands/recommend.md",
        "teamplan recommend --visitors 6000 --conversion 0.045 --details",
        "Customer service: 1 to 3, here 6 (000-D3)",
    ),
    Asked(
        "An unanswered chat is a lost order. How many come while nobody is there?",
        "003-K1",
        "commands/service.md",
        "teamplan service --chats 300 --open 09:00-23:00",
        "14% of all chats come outside opening hours and wait",
    ),
    Asked(
        "Are five agents enough to roster the week?",
        "000-S4 000-C7",
        "commands/service.md",
        "teamplan service --chats 300 --open 09:00-23:00",
        "A roster of whole shifts on every day takes 6 people",
    ),
    Asked(
        "Many visitors ask and few order. Do chats not follow the visitors?",
        "003-K1 000-S7",
        "questions.md",
        "teamplan recommend --visitors 10000 --conversion 1% --chats 500",
        "Customer service 6",
    ),
    Asked(
        "My conversion is 12 %. Can I plan with it?",
        "000-S6",
        "questions.md",
        "teamplan recommend --visitors 50 --conversion 12%",
        "A conversion of 12 % is not natural",
    ),
    Asked(
        "How do I get through Double 11?",
        "000-K1",
        "commands/peak.md",
        "teamplan peak --event double-11 --orders 270 --date 2026-11-11 --mix rule",
        "founders guess too low",
    ),
    Asked(
        "Must I count the stock before a campaign?",
        "000-K2 003-K2",
        "commands/peak.md",
        "teamplan peak --event double-11 --orders 270 --date 2026-11-11 --mix rule",
        "The stock is not counted",
    ),
    Asked(
        "Does a shop lose money at half a year?",
        "000-S4 000-S5",
        "commands/budget.md",
        "teamplan budget --orders 60 --city hangzhou --order-value 80 --gross-margin 40% --platform-fee 5% --courier 3",
        "The way of growth at these prices",
    ),
    Asked(
        "Employ agents or buy them outside?",
        "001-O1 001-O2 001-O3",
        "commands/source.md",
        "teamplan source pre-sale-service --orders 270",
        "A contractor may not be there when needed most",
    ),
    Asked(
        "How do I pay by results?",
        "004-P1 004-P2 004-P3",
        "commands/pay-phase.md",
        "teamplan pay phase --orders 60",
        "Project pay",
    ),
    Asked(
        "Who answers for what?",
        "003-A1 003-C3",
        "commands/duties.md",
        "teamplan duties --team crew.yaml --orders 30",
        "One name answers for each duty",
    ),
    Asked(
        "Which form of organisation fits my size?",
        "ORG-4 000-D1 002-P2",
        "commands/orgchart.md",
        "teamplan orgchart --orders 300 --compare",
        "Fits this size: Four departments",
    ),
    Asked(
        "What does leading ten people take?",
        "000-A1",
        "commands/checklist.md",
        "teamplan checklist --management --orders 270",
        "Daily reports",
    ),
    Asked(
        "Must a newcomer bring experience, or do I promote from within?",
        "004-R2 004-R3",
        "questions.md",
        "teamplan checklist --role store-manager",
        "First from inside",
    ),
    Asked(
        "I have several shops. Who can work for all of them?",
        "000-S12 000-C9",
        "shops.md",
        "teamplan recommend --shops examples/shops.yaml",
        "one team that does nothing",
    ),
    Asked(
        "I buy at the counter and post by myself. Do I need a team?",
        "000-M2 000-X1",
        "questions.md",
        "teamplan recommend --orders 15 --playbook reseller",
        "you need nobody besides yourself",
    ),
    Asked(
        "A platform sells my goods by itself. Whom do I need?",
        "000-M3 000-X3",
        "questions.md",
        "teamplan recommend --orders 100 --playbook platform-supplier",
        "Platform liaison",
    ),
    Asked(
        "I sell on a site of my own. Who comes first?",
        "001-C1 001-D2",
        "own-site.md",
        "teamplan recommend --visitors 20000 --conversion 2% --playbook own-site",
        "E-commerce director",
    ),
]


def answers(language: str) -> dict[str, str]:
    """The questions of the page, each with what stands below it."""
    _, *parts = QUESTION.split(text_of(PAGE.format(language=language)))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_question_of_the_page_is_listed_and_there_are_enough() -> None:
    assert [asked.question for asked in QUESTIONS] == list(answers("en"))
    assert len(answers("zh")) == len(QUESTIONS) >= 25


@pytest.mark.parametrize("language", README)
def test_the_page_is_one_link_from_the_readme(language: str) -> None:
    assert PAGE.format(language=language) in {link.path for link in links(README[language])}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.question)
def test_an_answer_names_its_facts_and_its_command_tells_it(asked: Asked) -> None:
    place = QUESTIONS.index(asked)
    for language in README:
        answer = list(answers(language).values())[place]
        assert FACT.findall(answer.partition("```")[0]) == asked.facts.split()
        own = PAGE.format(language=language)
        page = own if asked.page == "questions.md" else f"docs/{language}/{asked.page}"
        assert page == own or f"]({asked.page})" in answer
    assert set(asked.facts.split()) <= facts()
    assert asked.tells in " ".join(outputs(f"docs/en/{asked.page}")[asked.command].split())
