"""Write the files of examples/forms again: python -m tests.forms.making.

The letter takes LibreOffice and the text of the PDF poppler; without them those files stay as they are.
"""

from __future__ import annotations

from tests.forms.making import files, letter, office
from tests.forms.making.vibrations import LETTER


def main() -> None:
    """Write all files, and say which ones."""
    written = files.made()
    if office.is_here():
        saved = office.saved(letter.flat(LETTER))
        written |= {f"{files.LETTERS}.{form}": data for form, data in saved.items()}
    files.FOLDER.mkdir(exist_ok=True)
    for name, data in written.items():
        (files.FOLDER / name).write_bytes(data)
    if files.has_poppler():
        text = files.text_of(files.FOLDER / f"{files.OFFICIAL}.pdf")
        (files.FOLDER / f"{files.OFFICIAL}.txt").write_bytes(text)
    parsed = files.parsed(files.FOLDER / f"{files.OFFICIAL}.xml")
    (files.FOLDER / f"{files.OFFICIAL}.json").write_bytes(parsed)
    for path in sorted(files.FOLDER.iterdir()):
        print(f"{path.stat().st_size:7} {path.name}")


main()
