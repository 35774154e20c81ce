"""English."""

from orgcli.language.words import AskWords, CompareWords, Words

WORDS = Words(
    tag="en",
    ask=AskWords(
        unknown="no role is called `{name}`",
        did_you_mean="did you mean `{name}`?",
        there_are="there are {names}",
        ambiguous="`{name}` may mean {count} roles",
        write_one_of="write one of {names}",
        called_so_by="called so by {works}",
        editorial="by no work, but in use",
        stands_twice="`{name}` stands twice",
        one_role="`{first}` and `{second}` are one role",
        name_another="name another role",
        unreadable="cannot read `{path}`: {reason}",
        needs_two="a comparison needs two roles or more",
        unknown_work="no work is called `{name}`",
        works_are="the works are {names}",
        says_nothing="{work} says nothing of `{role}`",
        overrides="`{name}` is {path}, not the built-in role",
    ),
    compare=CompareWords(
        unique="only here",
        shared="shared",
        disputed="the works disagree",
        not_stated="not stated",
        not_stated_means="nothing is said, which is not “none”",
        otherwise="otherwise not stated",
        in_common="In common",
        disputes="Disputed",
        with_others="with {names}",
        all_shown="All {stated} statements shown",
        some_shown="{shown} of {stated} statements shown",
        count_shared="{count} shared",
        count_unique="{count} only here",
        count_disputed="{count} disputed",
        more="--full for all",
        hidden="{count} more in --full",
    ),
)
