"""Pages that could let text become code must not compile: each snippet is given to the compiler.

The first snippets are sound and must compile, so that a broken include cannot pass for a refusal; each refusal must
also carry the words that make it this refusal and no other.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

SOUND = [
    'div(cls("card"), h2("Assuré"), p(typed, " ", 12));',
    'a(href("/travaux"), typed);',
    'a(href(Url::path("/travaux/dossiers/{}/lots/{}", 12, typed).query("q", typed)), "voir");',
    'input(name("motif"), value(typed), required(), aria("describedby", "aide"), data("row", 3));',
    'raw("<svg></svg>");',
]

REFUSED = [  # what is wrong, the code, what the compiler must say
    ("runtime text taken as markup", "Markup m = typed;", "conversion from"),
    ("runtime text taken as raw HTML", "raw(typed.c_str());", "not a constant expression|consteval"),
    ("runtime text as an address", "a(href(typed), \"x\");", "Url"),
    ("runtime pointer as an address", "a(href(typed.c_str()), \"x\");", "not a constant expression|consteval"),
    ("javascript address", 'a(href("javascript:alert(1)"), "x");', "refused_url_literal"),
    ("data address", 'img(src("data:text/html,x"));', "refused_url_literal"),
    ("address without scheme", 'a(href("//exemple.fr"), "x");', "refused_url_literal"),
    ("too few values in a path", 'Url::path("/a/{}/{}", 1);', "refused_url_literal"),
    ("runtime path", "Url::path(typed.c_str());", "not a constant expression|consteval"),
    ("handler in the page", 'div(attr("onclick", "x()"));', "refused_attribute"),
    ("style in the page", 'div(attr("style", "color:red"));', "refused_attribute"),
    ("href as plain text", 'a(attr("href", typed));', "refused_attribute"),
    ("action as plain text", 'form(attr("action", typed));', "refused_attribute"),
    ("formaction as plain text", 'button(attr("formaction", typed));', "refused_attribute"),
    ("document in an attribute", 'div(attr("srcdoc", typed));', "refused_attribute"),
    ("htmx handler", 'div(attr("hx-on:click", "x()"));', "refused_attribute"),
    ("htmx handler behind data-", 'div(data("hx-on-click", "x()"));', "refused_attribute"),
    ("htmx values run as code", 'div(attr("hx-vals", "js:x()"));', "refused_attribute"),
    ("runtime attribute name", "div(attr(typed.c_str(), 1));", "not a constant expression|consteval"),
    ("attribute after a child", 'div("x", cls("y"));', "attributes come before children"),
    ("a boolean as text", "p(true);", "Piece"),
    ("a floating number as text", "p(1.5);", "Piece"),
    ("children in a void element", 'br("x");', "no matching function"),
    ("script in the page", 'script(typed);', "Url"),
    ("style element", 'style("p{}");', "style"),
]

FRAME = """#include <string>
#include "web/html/elements.hpp"
using namespace web::html;
void page(const std::string& typed) {{ (void)typed; {code} }}
"""


def compile_snippet(code):
    compiler = os.environ.get("CXX", "g++")
    return subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-I", str(ROOT / "src"), "-x", "c++", "-"],
                          input=FRAME.format(code=code), capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})


def main():
    failures = []
    sound = compile_snippet("\n".join(SOUND))
    if sound.returncode != 0:
        failures.append(f"sound code does not compile:\n{sound.stderr}")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(compile_snippet, [code for _, code, _ in REFUSED])
        for (what, code, words), answer in zip(REFUSED, answers):
            if answer.returncode == 0:
                failures.append(f"{what} compiles: {code}")
            elif not any(word in answer.stderr for word in words.split("|")):
                failures.append(f"{what} is refused for another reason:\n{answer.stderr}")
    print("\n".join(failures) or f"{len(REFUSED)} unsound pages refused")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
