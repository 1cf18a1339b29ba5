"""A day of several queues: what is said of a half hour does not depend on their order."""

from teamplan.engine.amounts import resolve
from teamplan.engine.live import Seats
from teamplan.engine.queue.line import Goal, erlang
from teamplan.engine.service import Chats, PostService, open_days, rota
from teamplan.playbook.playbook import Playbook
from teamplan.questions.service.day import busiest_day

LINE = erlang("erlang-c", 3.0)
BUSY = Chats(Seats(LINE, Goal(0.5, 5.0, 0.6)), 3000.0, 0.0)  # rest binds
PROMPT = Chats(Seats(LINE, Goal(0.999, 0.01, 1.0)), 3000.0, 0.0)  # the quick answer binds


def bindings(playbook: Playbook, *queues: Chats) -> set[str]:
    amounts, service = resolve(playbook), next(each.service for each in playbook.stages.values() if each.service)
    week = open_days(playbook.service, service.open, amounts)
    post = PostService(queues, week, rota(playbook.service, amounts, False))
    lengths = {name: int(amounts[pattern.hours]) for name, pattern in playbook.service.shifts.items()}
    return {half.binding for half in busiest_day(post, 0.0, service.open, lengths).half_hours}


def test_service_binds_where_it_binds_in_any_queue(playbook: Playbook) -> None:
    assert bindings(playbook, BUSY) == bindings(playbook, BUSY, BUSY) == {"occupancy"}
    assert bindings(playbook, PROMPT) == {"service"}
    assert bindings(playbook, PROMPT, BUSY) == bindings(playbook, BUSY, PROMPT) == {"service"}
