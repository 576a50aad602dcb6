#!/usr/bin/env python3
"""Makes the demo's two files. Every person and organisation in them is made up; all addresses are example.org's and its like.
The same run gives the same bytes. Shapes: LinkedIn's "Get a copy of your data" and Zoom's webinar attendee report, with their awkward rows."""
import csv
import io
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent
FIRST = ("Ada Basil Clémence Dag Elif Fergus Gwen Håkon Ines Jörg Kezia Lorcan Maïwenn Nils Olwen Piotr Quentin Rhona Søren Tamsin "
         "Ulla Viggo Wilma Xanthe Yusuf Zofia Alwyn Bronagh Cosmo Delyth Ewan Freya Gösta Hester Idris Jocasta Kaspar Linnea Morwenna "
         "Nuala Osian Petra Rúna Silke Torquil Una Vesna Wynn Ysolde Zeno").split()
LAST = ("Placeholder Testcase Mockingham Sampleton Fixture Dummyfield Pretend Madeup Specimen-Jones Invented Muster Probe Beispiel "
        "O'Sample Notreal Imagined Fictive Standin Stubbs-Example Nonesuch").split()
HOUSES = ["Examplesmith Castings Ltd", "Sampleford Robotics Limited", "Mockbridge Foods PLC", "Placeholder & Daughters", "Testwell Instruments Ltd",
          "Beispielwerk GmbH", "Fictional Futures LLP", "Nonesuch Community Trust", "Dummyvale Engineering Ltd", "The Imagined Bakery Co-operative"]
POSITIONS = ["Operations Director", "Head of Data", "Production Manager", "Founder", "Quality Lead", "Supply Chain Manager", "Community Officer"]


def person(i):
    return FIRST[i % len(FIRST)], LAST[(i * 7 + i // len(FIRST)) % len(LAST)]


def slug(first, last):
    import unicodedata
    plain = unicodedata.normalize("NFKD", f"{first}-{last}").encode("ascii", "ignore").decode().lower()
    return "".join(c if c.isalnum() or c == "-" else "" for c in plain) + "-made-up"


def address(first, last, house):
    import unicodedata
    fold = lambda t: "".join(c for c in unicodedata.normalize("NFKD", t).encode("ascii", "ignore").decode().lower() if c.isalnum())
    return f"{fold(first)}.{fold(last)}@{fold(house.split()[0])}.example.org"


def connections():
    out = io.StringIO(newline="")
    out.write('Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing. '
              'You will only see email addresses for connections who have allowed their connections to see or download their email address."\r\n\r\n')
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    for i in range(58):
        first, last = person(i)
        house = HOUSES[i % len(HOUSES)]
        email = address(first, last, house) if i % 7 == 0 else ""
        rows.writerow([first, last, f"https://www.linkedin.com/in/{slug(first, last)}", email, house, POSITIONS[i % len(POSITIONS)], f"{i % 28 + 1:02d} {'Jun Jul Aug Sep Oct'.split()[i % 5]} 2026"])
        if i in (11, 30):  # a hidden member: LinkedIn leaves the date in
            rows.writerow(["", "", "", "", "", "", f"{i:02d} Jun 2026"])
    rows.writerow(["Formula", "Celltest", "https://www.linkedin.com/in/formula-celltest-made-up", "", "=cmd|' /C calc'!A0", "Owner", "07 Sep 2026"])
    rows.writerow(["Undated", "Rowtest", "https://www.linkedin.com/in/undated-rowtest-made-up", "", HOUSES[0], "Buyer", "sometime in spring"])
    return ("\ufeff" + out.getvalue().rstrip("\r\n")).encode()  # the last line has no end


def archive():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in (("Connections.csv", connections()),
                              ("Company Follows.csv", b"Organization,Followed On\r\nExamplesmith Castings Ltd,Tue Sep 08 10:00:00 UTC 2026\r\n"),
                              ("Profile.csv", b"First Name,Last Name\r\nRobin,Sample\r\n")):
            info = zipfile.ZipInfo(name, (2026, 11, 10, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, content)
    return data.getvalue()


def report():
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["Attendee Report"])
    rows.writerow(["Report Generated:", "Nov 13, 2026 08:02:11"])
    rows.writerow(["Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Registrants", "Unique Viewers", "Total Users"])
    rows.writerow(["Data for small manufacturers", "000 0000 0000", "Nov 12, 2026 14:00:05", "62", "70", "63", "81"])
    rows.writerow(["Host Details"])
    rows.writerow(["Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest", "Country/Region Name"])
    rows.writerow(["Yes", "Robin Sample", "robin@university.example.org", "Nov 12, 2026 13:50:00", "Nov 12, 2026 15:02:00", "72", "No", "United Kingdom"])
    rows.writerow(["Attendee Details"])
    rows.writerow(["Attended", "User Name (Original Name)", "First Name", "Last Name", "Email", "Phone", "Registration Time", "Approval Status",
                   "Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest", "Organisation", "Country/Region Name"])
    # The first fourteen are connections too; the others are met here. Two by two they come from one organisation.
    who = [person(i) + (HOUSES[i % len(HOUSES)],) for i in range(0, 42, 3)]
    who += [person(i) + (HOUSES[(i // 2) % len(HOUSES)],) for i in range(60, 109)]
    for n, (first, last, house) in enumerate(who):
        country = "Germany" if "GmbH" in house else "United Kingdom"
        email = address(first, last, house) if n % 9 != 8 else "--"
        row = ["Yes", f"{first} {last}", first, last, email, "--", "Nov 02, 2026 09:12:44", "approved",
               f"Nov 12, 2026 14:{n % 20:02d}:32", "Nov 12, 2026 15:01:00", str(62 - n % 20), "Yes", house, country]
        rows.writerow(row)
        if n % 8 == 3:  # joined again: a row of its own
            rows.writerow(row[:8] + ["11/12/2026 02:40:00 PM", "11/12/2026 03:00:00 PM", "20"] + row[11:])
    for n in range(7):  # registered, and did not come
        first, last = person(120 + n)
        rows.writerow(["No", f"{first} {last}", first, last, address(first, last, HOUSES[n]), "--", "Nov 03, 2026 10:00:00", "approved", "--", "--", "--", "--", HOUSES[n], "United Kingdom"])
    rows.writerow(["Yes", "Iphone 12", "--", "--", "--", "--", "--", "--"])  # ragged, and nobody
    return out.getvalue().replace("Iphone 12", "Ip\0hone 12").encode()  # NUL bytes occur


(HERE / "Basic_LinkedInDataExport_11-10-2026.zip").write_bytes(archive())
(HERE / "attendee-report.csv").write_bytes(report())
