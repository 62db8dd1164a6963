"""Takes pictures of the gallery's pages in light and dark, wide and phone: screenshots.py GALLERY ASSETS OUT [NAME…].

GALLERY holds the pages that `MANDAT_GALLERY=… unit_tests --gtest_filter=Gallery.*` writes, ASSETS the built assets.
"""
import functools
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
SIZES = {"wide": "1280,900", "phone": "500,1000"}  # headless Chromium takes no window under 500 wide
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")


class Pages(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args, gallery, assets, **kwargs):
        self.folders = (gallery, assets)
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        name = path.split("?")[0].rsplit("/", 1)[-1]
        return str(self.folders[path.startswith("/assets/")] / name)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args):
        pass


def picture(url, out, size, dark):
    with tempfile.TemporaryDirectory() as profile:
        extra = ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
        subprocess.run(CHROMIUM + extra + [f"--user-data-dir={profile}", f"--window-size={size}",
                                           f"--screenshot={out}", url], check=True, capture_output=True, timeout=60)


def main():
    gallery, assets, out = (pathlib.Path(argument) for argument in sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, gallery=gallery, assets=assets))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wanted = sys.argv[4:] or sorted(page.stem for page in gallery.glob("*.html"))
    for name in wanted:
        for size_name, size in SIZES.items():
            for dark in (False, True):
                target = out / f"{name}-{size_name}-{'dark' if dark else 'light'}.png"
                picture(f"http://127.0.0.1:{server.server_port}/{name}.html", target, size, dark)


if __name__ == "__main__":
    main()
