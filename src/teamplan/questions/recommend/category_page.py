"""Owns the part of a plan's page that lists what the shop's category set."""

from collections.abc import Iterator

from teamplan.page.blocks import Block, Bullets, Title
from teamplan.page.words import Words, number
from teamplan.questions.recommend.category import CategoryPlan, CategoryValue, MonthPlan


def category_blocks(plan: CategoryPlan | None, words: Words) -> Iterator[Block]:
    """Every value of the category, those that the shop gave instead, and the ends of its year."""
    if plan is None:
        return
    say, name = words.say, words.say.text(words.playbook.categories[plan.id].name)
    yield Title(say("category.title", category=name))
    ends = (("category.busiest", plan.busiest), ("category.quietest", plan.quietest))
    months = [_month(key, month, words) for key, month in ends if month is not None]
    yield Bullets((*(_value(each, words) for each in plan.sets), *months))


def _value(value: CategoryValue, words: Words) -> str:
    say, means = words.say, words.say.text(words.playbook.assumptions[value.name].means)
    origin = value.source or say("category.ours")
    told = {"means": means, "name": value.name, "value": value.value, "grade": value.grade, "source": origin}
    return say("category.value", **told) if value.given is None else say("category.given", **told, given=value.given)


def _month(key: str, month: MonthPlan, words: Words) -> str:
    say = words.say
    values = {"times": number(month.times), "orders": number(month.orders, 0), "people": month.people}
    return say(key, month=month.month, **values)
