"""A job search as simple as can be: what stage, badge, ladder and trust come to by plain counting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

AFTER = {"offer": "offered", "accepted": "hired", "rejected": "rejected", "withdrawn": "withdrawn"}
UNDECIDED = ("awaiting", "scheduled", "applied")
SHOWN_FIRST = (*UNDECIDED, "rejected", "withdrawn", "offered", "hired")


@dataclass
class Job:
    ends: list[datetime] = field(default_factory=list)
    outcome: tuple[str, datetime] | None = None
    archived: bool = False

    def stage(self, now: datetime) -> str:
        if self.outcome and self.outcome[1] <= now:
            return AFTER[self.outcome[0]]
        if not self.ends:
            return "applied"
        return "awaiting" if min(self.ends) <= now else "scheduled"


@dataclass
class Somebody:
    jobs: set[int] = field(default_factory=set)
    trusted: bool = False
    asked: list[datetime] = field(default_factory=list)
    wrote: list[datetime] = field(default_factory=list)
    followed_up: list[datetime] = field(default_factory=list)


@dataclass
class Search:
    """People and jobs by number."""

    jobs: dict[int, Job] = field(default_factory=dict)
    people: dict[int, Somebody] = field(default_factory=dict)

    def stage(self, person: int, now: datetime) -> str | None:
        """What is shown of somebody; None where nothing of theirs goes on."""
        stages = [job.stage(now) for job in self._of(person)]
        return min(stages, key=SHOWN_FIRST.index, default=None)

    def badge(self, now: datetime) -> int:
        return sum(self.stage(one, now) in ("awaiting", "scheduled") for one in self.people)

    def holds_request(self, person: int, now: datetime) -> bool:
        """Whether a request to connect is held: while anything is undecided, unless trusted or asked by them."""
        known = self.people[person]
        if known.trusted or any(at <= now for at in known.asked):
            return False
        return any(job.stage(now) in UNDECIDED for job in self._of(person))

    def holds_follow_up(self, person: int, now: datetime) -> bool:
        """The fourth in fourteen days, counted since the first interview and since their last word."""
        known = self.people[person]
        reply = max([at for at in known.wrote if at <= now], default=None)
        counted = [
            at
            for at in known.followed_up
            if now - timedelta(days=14) < at <= now and (reply is None or at > reply)
        ]
        awaited = [min(job.ends) for job in self._of(person) if job.stage(now) == "awaiting"]
        return not known.trusted and any(sum(at >= end for at in counted) >= 3 for end in awaited)

    def _of(self, person: int) -> Iterator[Job]:
        return (self.jobs[one] for one in self.people[person].jobs if not self.jobs[one].archived)
