"""How large the page of `-f html` is, and what makes it small."""

import re

import pytest
from in_browser import chart, company, northwind

from orgcli.chart.web.minification import minified_script, minified_styles
from orgcli.chart.web.page import html, script


def test_a_page_of_128_positions_has_less_than_130_kilobytes() -> None:
    assert len(html(northwind()).encode()) < 130_000


def test_a_page_of_ten_thousand_has_less_than_a_megabyte() -> None:
    assert len(html(chart(company(10_000))).encode()) < 1_000_000


@pytest.mark.parametrize(
    ("script", "small"),
    [
        ("const found = 1;\nuse(found);", "const a=1;use(a);"),
        ("const { width } = box;\nuse(width, other.width);",
         "const{width:a}=box;use(a,other.width);"),
        ("function made({ deep = 2 }) { return { deep }; }",
         "function b({deep:a=2}){return{deep:a}}"),
        ("const first = (x) => ({ first: x, y: first });",
         "const a=b=>({first:b,y:a});"),
        ("const sum = one - -two + +three;", "const a=one- -two+ +three;"),
        ("const text = 'const // text'; // gone\n/* gone */", "const a='const // text';"),
        ("const letter = /[/'\"]\\/x/g.test(letter) ? letter : 4 / 2;",
         "const a=/[/'\"]\\/x/g.test(a)?a:4/2;"),
        ("const part = `part ${part + 1} ${other.part} part`;",
         "const a=`part ${a + 1} ${other.part} part`;"),
        ("class Shape { constructor(tree) { this.tree = tree; } sides() { return [1, 2,]; } }\n"
         "new Shape(1).sides();",
         "class b{constructor(a){this.tree=a}sides(){return[1,2]}}new b(1).sides();"),
        ("const print = 1; window.print(print);", "const print=1;window.print(print);"),
        ("const list = [...list, ...other];", "const a=[...a,...other];"),
        ("let count = 0; count++; count = count + 1;", "let a=0;a++;a=a+1;"),
        ("const one = 1; const two = () => { const x = 1; let y = x; let z = 2; return y; };\n"
         "if (one) { two(); } const three = 3; const four = 4;",
         "const e=1,d=()=>{const a=1;let b=a,c=2;return b};if(e){d()}const f=3;const g=4;"),
        ("const a1 = 1; return a1 in window;", "const a=1;return a in window;"),
    ],
)  # fmt: skip
def test_a_script_means_the_same_when_it_is_small(script: str, small: str) -> None:
    got = minified_script(script)
    assert len(got) == len(small)
    names = dict(zip(re.findall(r"\w+", got), re.findall(r"\w+", small), strict=True))
    assert re.sub(r"\w+", lambda one: names[one[0]], got) == small


def test_the_texts_of_the_script_are_all_in_the_small_one() -> None:
    def texts(code: str) -> list[str]:
        return [one for one in re.findall(r'"[^"\n]*"', code) if "$" not in one]

    code = re.sub(r"(?s)/\*.*?\*/|^\s*//.*?$", "", script(), flags=re.MULTILINE)
    assert texts(minified_script(script())) == texts(code)


def test_small_styles() -> None:
    styles = "/* gone */ a :hover,\n b > c { margin: 0 1px;\n  width: calc(100% - 2px); }\n"
    assert minified_styles(styles) == "a :hover,b > c{margin:0 1px;width:calc(100% - 2px)}"
