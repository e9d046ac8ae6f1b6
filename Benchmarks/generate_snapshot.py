#!/usr/bin/env python3
"""Writes a large snapshot folder for measurements: the same arguments give the same bytes.

usage: generate_snapshot.py FOLDER [--exports N] [--connections N] [--runs N] [--seed N]
         [--instance N] [--broken-every N] [--lean]
"""

import argparse
import json
import os
import random

# How often an id leads nowhere; 0: never.
BROKEN = 0
# The environment that all records belong to.
INSTANCE = 0
# When the snapshot is collected, 2026-11-20, in minutes; nothing happens later.
COLLECTED = 914400
DESTINATIONS = [
    "microsoft-advertising", "google-ads", "facebook-ads-manager", "linkedin-ads", "mailchimp",
    "klaviyo", "braze", "sftp", "azure-blob-storage", "adls-gen2", "dotdigital", "sendgrid",
]
FIELDS = ["EMail", "Phone", "FirstName", "LastName", "City", "PostalCode", "Country", "CustomerId"]


def guid(kind, number):
    """A GUID that is the same for the same object."""
    mixed = (number * 0x9E3779B97F4A7C15 + kind * 0xC2B2AE3D27D4EB4F) & (2**64 - 1)
    return f"{number:08x}-{kind:04x}-4{mixed >> 52:03x}-a{mixed >> 40 & 0xFFF:03x}-{mixed & (2**48 - 1):012x}"


def utc(minute, second=0):
    """A time in 2025 and 2026, given in minutes from its beginning."""
    day, minute = divmod(minute, 1440)
    month, day = divmod(day % 672, 28)
    return (f"{2025 + month // 12}-{month % 12 + 1:02}-{day + 1:02}"
            f"T{minute // 60:02}:{minute % 60:02}:{second:02}Z")


def lead(kind, target, number):
    """An id of a record, which leads to its target unless the record's number is one to break."""
    return guid(9, number) if BROKEN and number % BROKEN == 0 else guid(kind, target)


# What few rules read.
RICH = {
    "connections": ["description", "displayName", "updatedBy", "updatedUtc", "removal"],
    "consents": ["evidence", "textVersion"],
    "exports": ["displayName", "version", "mapping", "fields", "createdBy", "createdUtc",
                "updatedBy", "purpose", "lawfulBasis"],
    "runs": ["submissionKind", "submittedBy", "submittedUtc", "items", "messageCode", "error",
             "endUtc"],
}


def lean(section, records):
    """The records without what few rules read."""
    for record in records:
        for name in RICH.get(section, []):
            record.pop(name, None)
        yield record


def write(folder, section, records):
    """Writes a section with one record in each line."""
    with open(os.path.join(folder, section + ".ndjson"), "w", encoding="utf-8") as file:
        count = 0
        for record in records:
            file.write(json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n")
            count += 1
    return count


def principals(count):
    for number in range(count):
        yield {"principalId": guid(1, number), "principalType": "user",
               "upn": f"person{number}@contoso.example", "displayName": f"Person {number}",
               "enabled": number % 17 != 0, "lastSignInUtc": utc(number * 37 + 500000)}


def connections(count, people, choose):
    for number in range(count):
        created = choose.randrange(200000)
        yield {"connectionId": guid(2, number), "purposeKind": "export",
               "type": choose.choice(DESTINATIONS), "displayName": f"Connection {number}",
               "description": None, "instanceId": guid(0, INSTANCE),
               "createdBy": guid(1, choose.randrange(people)), "createdUtc": utc(created),
               "updatedBy": guid(1, choose.randrange(people)),
               "updatedUtc": utc(created + choose.randrange(90000)),
               "allowedRoles": choose.choice([["admin"], ["admin", "contributor"], []]),
               "allowedPrincipals": [],
               "sharing": {"approvedBy": guid(1, choose.randrange(people)),
                           "approvedUtc": utc(created + 5), "reviewDueUtc": None,
                           "reason": "campaigns"},
               "target": {"region": choose.choice(["westeurope", "eastus", None]),
                          "endpoint": f"https://api{number}.example", "accountIds": {"id": str(number)}},
               "credential": {"method": choose.choice(["oauth", "apiKey"]), "keyVaultRef": None,
                              "ownerPrincipalId": guid(1, choose.randrange(people)),
                              "lastAuthenticatedUtc": utc(created + 10), "expiresUtc": None},
               "ownerPrincipalId": guid(1, choose.randrange(people)), "removal": None}


def consents(count, people, choose):
    for number in range(count):
        if number % 10 == 9:
            continue
        yield {"consentId": f"k-{number}", "subjectType": "connection", "subjectId": guid(2, number),
               "instanceId": guid(0, INSTANCE), "state": "accepted", "textVersion": "2022-07",
               "acceptedBy": lead(1, choose.randrange(people), number), "acceptedUtc": utc(number % 200000),
               "withdrawnUtc": None, "evidence": f"ticket-{number}"}


def segments(count, choose):
    for number in range(count):
        members = choose.randrange(20, 2000000)
        yield {"name": f"Segment_{number}", "kind": "dynamic", "state": "active",
               "members": members, "countedUtc": utc(COLLECTED - 1440), "base": "customer",
               "history": [{"utc": utc(COLLECTED - 1440 * (day + 1)), "members": members - day * 11}
                           for day in range(1, 4)]}


def exports(count, links, audiences, people, choose):
    for number in range(count):
        created = choose.randrange(200000, 400000)
        is_detached = choose.randrange(50) == 0
        yield {"exportId": guid(3, number), "displayName": f"Export {number} to partner",
               "connectionId": None if is_detached else lead(2, choose.randrange(links), number),
               "instanceId": guid(0, INSTANCE), "version": choose.randrange(1, 9),
               "state": choose.choice(["active", "active", "active", "inactive"]),
               "detachedUtc": utc(created + 300) if is_detached else None,
               "items": [{"kind": "segment", "name": f"Segment_{choose.randrange(audiences)}"}
                         for _ in range(choose.randrange(1, 4))],
               "mapping": [{"target": "email", "source": "Customer.EMail"}],
               "fields": FIELDS[:choose.randrange(1, len(FIELDS))],
               "createdBy": guid(1, choose.randrange(people)), "createdUtc": utc(created),
               "updatedBy": guid(1, choose.randrange(people)),
               "updatedUtc": utc(created + choose.randrange(90000)),
               "ownerPrincipalId": guid(1, choose.randrange(people)),
               "purpose": choose.choice(["ad audience", "newsletter", "analysis"]),
               "lawfulBasis": choose.choice(["consent", "contract", None])}


def runs(count, targets, people, audiences, choose):
    for number in range(count):
        start = choose.randrange(400000, COLLECTED - 60)
        status = choose.choice(["successful"] * 12 + ["failed", "skipped"])
        yield {"runId": guid(4, number), "targetKind": "export",
               "targetId": lead(3, choose.randrange(targets), number), "status": status,
               "submissionKind": choose.choice(["scheduled", "scheduled", "onDemand"]),
               "submittedBy": guid(1, choose.randrange(people)), "submittedUtc": utc(start),
               "startUtc": utc(start + 2, number % 60), "endUtc": utc(start + 9, number * 7 % 60),
               "recordCount": choose.randrange(2000000) if status == "successful" else None,
               "recordCountSource": "recorded" if status == "successful" else None,
               "items": [f"Segment_{choose.randrange(audiences)}"],
               "messageCode": None, "error": None if status != "failed" else "Timeout"}


def main():
    global BROKEN, INSTANCE
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--exports", type=int, default=100000)
    parser.add_argument("--runs", type=int, default=1000000)
    parser.add_argument("--connections", type=int, help="default: a twentieth of the exports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken-every", type=int, default=0,
                        help="let an id of each Nth record lead nowhere (default: never)")
    parser.add_argument("--lean", action="store_true",
                        help="leave out what few rules read: a million exports in half the bytes")
    parser.add_argument("--instance", type=int, default=0, help="number of the environment")
    options = parser.parse_args()
    BROKEN, INSTANCE = options.broken_every, options.instance
    os.makedirs(options.folder, exist_ok=True)
    choose = random.Random(options.seed)
    people = max(10, options.exports // 500)
    links = options.connections or max(4, options.exports // 20)
    audiences = max(5, options.exports // 50)
    sections = {
        "principals": principals(people),
        "connections": connections(links, people, choose),
        "consents": consents(links, people, choose),
        "segments": segments(audiences, choose),
        "exports": exports(options.exports, links, audiences, people, choose),
        "runs": runs(options.runs, max(options.exports, 1), people, audiences, choose),
    }
    if options.lean:
        sections = {name: lean(name, records) for name, records in sections.items()}
    counts = {name: write(options.folder, name, records) for name, records in sections.items()}
    manifest = {
        "schema": "connections-snapshot/1",
        "environment": {"instanceId": guid(0, INSTANCE), "name": "Generated", "region": "westeurope",
                        "instanceType": "production", "audience": "B2C",
                        "ownerPrincipalId": guid(1, 0), "createdUtc": "2024-01-01T00:00:00Z"},
        "collection": {"collectedUtc": "2026-11-20T00:00:00Z", "collectedBy": "benchmark",
                       "tool": "generate_snapshot.py", "toolVersion": "1", "timeZone": "UTC",
                       "sources": [{"section": name, "kind": "manual", "recordCount": count,
                                    "complete": True} for name, count in counts.items()]},
        "roleAssignments": [{"principalId": guid(1, number), "principalType": "user",
                             "roles": ["admin" if number % 5 == 0 else "contributor"],
                             "validFromUtc": "2024-01-01T00:00:00Z", "validToUtc": None}
                            for number in range(people)],
        "agreements": [],
    }
    with open(os.path.join(options.folder, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
