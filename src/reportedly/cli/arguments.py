"""What may be typed: the commands, their options and examples."""

import argparse
from pathlib import Path
from typing import TypeAlias

from reportedly import __version__

from . import across, capturing, commands, reporting, viewing, watching

_EXAMPLES = {
    "add": """examples:
  reportedly add page.html notes.txt      two files
  reportedly add saved-pages/             every file below a folder
  reportedly add https://example.org/a    a page on the web
  cat page.html | reportedly add -        standard input""",
    "watch": """examples:
  reportedly watch https://example.org/feed.xml
  reportedly watch https://example.org/sitemap.xml --since 2024-06-01
  reportedly watch https://example.org/feed.xml --once --json    for a timer""",
    "capture": """examples:
  reportedly capture export story.wacz              all pages, for a replay tool
  reportedly capture export --page 4f2a story.warc.gz""",
    "revisions": """examples:
  reportedly revisions https://example.org/a     what changed each time the page was read again
  reportedly revisions 4f2a 91bc --json          between two pages""",
    "claims": """examples:
  reportedly claims --kind transfer --actor "North Korea"
  reportedly claims --speaker Seoul --date 2024-06
  reportedly claims --item container --json | jq .quantity""",
    "show": """examples:
  reportedly show 4f2a            the claim whose id begins so
  reportedly show 4f2a --json""",
    "series": """examples:
  reportedly series --item container --actor "North Korea"
  reportedly series --kind casualty --json""",
    "origins": """examples:
  reportedly origins --speaker Seoul    each utterance once, however many pages tell it
  reportedly origins --words containers --json""",
    "conflicts": """examples:
  reportedly conflicts --item container
  reportedly conflicts --date 2024-02 --json""",
    "withdrawn": """examples:
  reportedly withdrawn                  figures that a correction took back, and who still prints them
  reportedly withdrawn --json""",
    "drift": """examples:
  reportedly drift --item shell         a capacity told as a load, a bound that was lost""",
    "report": """examples:
  reportedly report --item container --html containers.html    one file, opens offline, prints
  reportedly report --actor "North Korea" --markdown story.md""",
    "explain": """examples:
  reportedly explain 4f2a               where this claim comes from, and what agrees or differs""",
    "export": """examples:
  reportedly export csv > claims.csv
  reportedly export csv --kind casualty --output tolls.csv
  reportedly export parquet --output claims.parquet    typed columns (pip install 'reportedly[parquet]')
  reportedly export jsonld > claims.jsonld             schema.org Claim with PROV-O
  reportedly export annotations, ftm                   Web Annotations; FollowTheMoney entities""",
    "view": """examples:
  reportedly view add convoys 'kind=transfer&item=truck'    as the ledger's address tells them
  reportedly view hook convoys https://example.org/told      what comes in is sent there, signed
  reportedly view deliver                                    look and send now (for a timer)
  reportedly view log convoys""",
    "demo": """examples:
  reportedly demo                 add the sample pages, print the ledger, open the reading room
  reportedly demo --no-serve      all but the last""",
    "serve": """examples:
  reportedly serve                http://127.0.0.1:8321/
  reportedly serve --port 9000""",
}
_ABOUT = """Turns news pages into a ledger of attributed claims: who said what, about whom, how much,
when, in which voice, each with the exact words on the archived page."""
_FIRST_STEPS = """first steps:
  reportedly demo                 look around in sample pages
  reportedly add page.html        read a page into the ledger
  reportedly claims               print what it says
  reportedly serve                read it in the browser"""


def build() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = _new(argparse.ArgumentParser(prog="reportedly", description=_ABOUT, epilog=_FIRST_STEPS))
    parser.add_argument("--version", action="version", version=f"reportedly {__version__}")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help=_LEDGER)
    actions = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add(actions)
    _claims(actions)
    _show(actions)
    _pages(actions)
    _across(actions)
    _report(actions)
    _watch(actions)
    _capture(actions)
    _revisions(actions)
    _verify(actions)
    _export(actions)
    _view(actions)
    _serve(actions)
    _demo(actions)
    _completion(actions)
    return parser


_LEDGER = "the ledger (default: $REPORTEDLY_LEDGER, else the user's data folder)"
Actions: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names it so


def _new(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _command(actions: Actions, name: str, about: str, run: commands.Command) -> argparse.ArgumentParser:
    parser = _new(actions.add_parser(name, help=about, description=about, epilog=_EXAMPLES.get(name)))
    parser.add_argument("--ledger", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=_LEDGER)
    parser.set_defaults(run=run)
    return parser


def _add(actions: Actions) -> None:
    parser = _command(actions, "add", "Read pages into the ledger.", commands.add)
    parser.add_argument(
        "source", nargs="+", help="a file, a folder, an http(s) address, or - for standard input"
    )
    parser.add_argument(
        "--frames", type=Path, action="append", default=[], metavar="TOML", help="frames of your own"
    )
    parser.add_argument("--json", action="store_true", help="print one object a page")


def _watch(actions: Actions) -> None:
    parser = _command(actions, "watch", "Follow feeds and sitemaps, politely.", watching.watch)
    parser.add_argument("listing", nargs="+", help="the http(s) address of an RSS or Atom feed, or a sitemap")
    parser.add_argument(
        "--interval", type=int, default=900, metavar="SECONDS", help="look again after so long (default: 900)"
    )
    parser.add_argument("--once", action="store_true", help="end when all that is due has been asked for")
    parser.add_argument("--since", metavar="DAY", help="leave out pages that a listing dates before a day")
    parser.add_argument(
        "--frames", type=Path, action="append", default=[], metavar="TOML", help="frames of your own"
    )
    parser.add_argument("--json", action="store_true", help="print one object a page")


def _capture(actions: Actions) -> None:
    parser = _command(actions, "capture", "Take captures out of the archive.", capturing.export)
    parser.add_argument("action", choices=("export",), help="write captures to a web archive")
    parser.add_argument("file", type=Path, help="a name that ends in .wacz or .warc.gz")
    parser.add_argument("--page", action="append", default=[], metavar="ID", help="one page (default: all)")
    parser.add_argument("--json", action="store_true", help="print what was written as an object")


def _revisions(actions: Actions) -> None:
    about = "Print what changed between captures of one page."
    parser = _command(actions, "revisions", about, capturing.revisions)
    parser.add_argument("page", help="an address, or a page's id")
    parser.add_argument("other", nargs="?", help="the id of a later page to hold against it")
    parser.add_argument("--json", action="store_true", help="print one object a revision")


def _filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters")
    group.add_argument("--kind", help="transfer, capacity, casualty, visit ... (a frame's name)")
    group.add_argument("--actor", help="who does it: a name, an adjective, an id")
    group.add_argument("--recipient", help="to or for whom")
    group.add_argument("--item", help="what: a word or a vocabulary id; narrower things count")
    group.add_argument("--speaker", help="who says so")
    group.add_argument("--modality", help="asserted, denied, capability, pledged ...")
    group.add_argument("--date", metavar="DAYS", help="2024, 2024-06, 2024-06-14 or 2024-06-01/2024-06-30")
    group.add_argument("--words", help="words of the evidence, the parties or the item")
    group.add_argument("--page", metavar="DOCUMENT", help="one page's claims, by its id")


def _claims(actions: Actions) -> None:
    parser = _command(actions, "claims", "Print the claims of the ledger.", commands.claims)
    _filters(parser)
    parser.add_argument(
        "--limit", type=int, metavar="N", help="at most so many; 0 for all (default: 50 in a table)"
    )
    parser.add_argument("--json", action="store_true", help="print one object a line, all fields")


def _show(actions: Actions) -> None:
    parser = _command(actions, "show", "Show one claim whole, in its words.", commands.show)
    parser.add_argument("claim", help="a claim's id, or as much of it as is its own")
    parser.add_argument("--json", action="store_true", help="print it as an object")


def _pages(actions: Actions) -> None:
    parser = _command(actions, "pages", "List the pages of the ledger, and those refused.", commands.pages)
    parser.add_argument("--json", action="store_true", help="print one object a line")


def _across(actions: Actions) -> None:
    for name, about, run in (
        ("series", "Print measures through time, one line for each voice.", across.series),
        ("origins", "Print utterances: who said it, on how many pages.", across.origins),
        ("conflicts", "Print conflicts, denials, retractions, and what is not comparable.", across.conflicts),
        (
            "withdrawn",
            "Print figures taken back, and who still carries them.",
            across.withdrawn,
        ),
        ("drift", "Print what changed between two wordings of one saying.", across.drift),
    ):
        parser = _command(actions, name, about, run)
        _filters(parser)
        parser.add_argument("--json", action="store_true", help="print one object a line")
        if name == "series":
            parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the weightiest one as SVG")
    parser = _command(actions, "explain", "Print how one claim stands across pages, and why.", across.explain)
    parser.add_argument("claim", help="a claim's id, or as much of it as is its own")
    parser.add_argument("--json", action="store_true", help="print it as an object")


def _report(actions: Actions) -> None:
    parser = _command(actions, "report", "Tell a story in cited sentences.", reporting.report)
    _filters(parser)
    parser.add_argument("--title", help="its title (default: what is measured)")
    parser.add_argument("--html", type=Path, metavar="FILE", help="one HTML file that opens offline")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="Markdown with footnotes")
    parser.add_argument("--json", action="store_true", help="print it as an object")


def _verify(actions: Actions) -> None:
    parser = _command(
        actions, "verify", "Read every claim's words again in the archived bytes.", commands.verify
    )
    parser.add_argument("--json", action="store_true", help="print one object for each claim that fails")


def _export(actions: Actions) -> None:
    parser = _command(actions, "export", "Write claims to a file.", commands.export)
    parser.add_argument(
        "form", help="csv, parquet, jsonld, annotations, ftm, or the name of an installed exporter"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
    _filters(parser)


def _view(actions: Actions) -> None:
    about = "Keep views under a name; tell an address when one changes."
    parser = _command(actions, "view", about, viewing.view)
    parser.add_argument(
        "action", choices=("list", "add", "remove", "hook", "unhook", "deliver", "log"), help="what to do"
    )
    parser.add_argument("name", nargs="?", help="a view's name (unhook: a hook's number)")
    parser.add_argument("rest", nargs="*", metavar="VALUE", help="add: its filters; hook: the address")
    parser.add_argument(
        "--allow-private", action="store_true", help="hook: it may lie on this machine or its network"
    )
    parser.add_argument("--json", action="store_true", help="print one object a line")


def _serve(actions: Actions) -> None:
    parser = _command(actions, "serve", "Open the reading room in the browser.", commands.serve)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default: this machine only; elsewhere a key is asked)",
    )
    parser.add_argument("--port", type=int, default=8321, help="port (default 8321; 0 for any free one)")


def _demo(actions: Actions) -> None:
    parser = _command(actions, "demo", "Add the sample pages and look around.", commands.demo)
    parser.add_argument("--no-serve", action="store_true", help="stop before the reading room opens")
    parser.add_argument("--host", default="127.0.0.1", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=8321, help="port (default 8321; 0 for any free one)")


def _completion(actions: Actions) -> None:
    about = "Print a completion script for a shell."
    parser = _command(actions, "completion", about, commands.completion)
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))
