"""Fields of snapshots of a seed: values at bounds and beside them, absent, null, unreadable, contradictory."""

import datetime
import random

import reading

COLLECTED = datetime.datetime(2026, 7, 20, 6, 0, 0)
STEPS = [datetime.timedelta(days=days) for days in (-30, -45, -60, -90, -365, -365 - 90, -450, -540, 14, 30)]
NUDGES = [datetime.timedelta(microseconds=number) for number in (
    0, 0, 0, 1, -1, 300_000_000, -300_000_000, 300_000_001, -300_000_001, 900_000_000, -900_000_001)]
DAYS = [datetime.datetime(*day) for day in ((2018, 11, 30), (2018, 12, 1), (2021, 2, 9), (2022, 7, 5), (2022, 7, 20),
                                             (2023, 12, 21), (2021, 11, 29), (2022, 12, 22), (2024, 4, 15))]
TYPES = ["google-ads", "linkedin-ads", "braze", "sendgrid", "klaviyo", "sftp", "inmobi", "azure-blob-storage",
         "azure-synapse-analytics", "dynamics365-sales", "microsoftAds", "Meta", "rollworks", "Mailchimp", "ci-journeys",
         "liveramp", "power-bi", "Adobe Campaign Standard", "iterable", "adroll", "autopilot", "salesforce"]
ENRICHERS = ["experian", "azure-maps", "here", "sftp-custom-import", "liveramp-abilitec", "microsoft-brands",
             "office-account-engagement", "leadspace"]
IDS = {"principals": ["a0000001-64b8-4d13-9f7e-2ac81d900001", "p-2", "p-3", "p-4", "p-5", "p-6"],
       "connections": ["c0000001-5a1e-4c0d-8e21-7d40b6f20001", "c-2", "c-3", "c-4"],
       "exports": ["e0000001-3b7c-4f2a-a1d4-90c2e85b0001", "e-2", "e-3", "e-4", "e-5"],
       "enrichments": ["f0000001-9d41-47e8-b6a3-51fe0c720001", "f-2", "f-3"],
       "segments": ["Gold", "Silver", "Cancer patients", "Lapsed"], "tables": ["Customer", "Purchases"],
       "keyVaults": ["kv-1"], "consents": [f"k-{n}" for n in range(7)], "schedules": [f"s-{n}" for n in range(5)],
       "runs": [f"r-{n}" for n in range(12)], "agreements": ["ag-1", "ag-2", "ag-3"],
       "transferRecords": ["t-1", "t-2", "t-3"], "deletions": ["d-1", "d-2"], "contractLimits": ["l-1"],
       "exceptions": ["x-1"], "agreeSurfaces": ["pl-1", "f-2"], "roleAssignments": [None] * 6}
TENANT, INSTANCE = "2b9d51c4-0f6e-4c7a-8a35-d41e7c60b8f3", "6f0d2c1e-84a7-4b2a-9c3d-51b7e0a9d2f4"
COUNTS = [0, 1, 19, 20, 21, 99, 100, 299, 300, 49_999, 50_000, 50_001, 90_000, 100_000, 100_001, 450_000, 500_000,
          500_001, 900_000, 1_000_000, 1_000_001]
BASES = ["N/A", "-", "TBD", "Art. 6(1)(a)", "point (b) of Article 6(1) GDPR", "Art. 6 Abs. 1 S. 1 lit. f DSGVO",
          "Legal obligation, 6.1.c", "contract or consent", "opted in", "ｃｏｎｓｅｎｔ"]


class Generator:
    """One snapshot of a seed."""

    def __init__(self, seed):
        self.random, self.bounds = random.Random(seed), random.Random(f"bounds {seed}")
        self.trends, self.bases = random.Random(f"trends {seed}"), random.Random(f"bases {seed}")
        self.oddity = self.random.choice([0.0, 0.01, 0.03, 0.1])
        self.gaps = self.random.choice([0.0, 0.02, 0.1])
        self.anchors = [COLLECTED - datetime.timedelta(days=self.random.randrange(1, 900)) for _ in range(4)]
        self.as_of = self.random.choice([None, COLLECTED, COLLECTED + datetime.timedelta(days=1),
                                         COLLECTED + datetime.timedelta(days=31)])
        self.now = self.as_of or COLLECTED

    def moment(self):
        pick, draw = self.random.random(), self.random
        if pick < 0.45:
            base = draw.choice(self.anchors)
        elif pick < 0.8:
            base = self.now + draw.choice(STEPS)
        elif pick < 0.9:
            base = draw.choice(DAYS)
        else:
            base = COLLECTED - datetime.timedelta(days=draw.randrange(0, 20))
        return base + draw.choice(NUDGES)

    def time(self):
        draw, moment = self.random, self.moment()
        if draw.random() < self.oddity:
            return draw.choice(["03/04/26", "2026-02-30T00:00:00Z", "soon", 17, "9999-12-31T23:59:59Z",
                                "1601-01-01T00:00:00Z", "1970-01-01T00:00:00Z", moment.strftime("%Y-%m-%d"),
                                moment.strftime("%Y-%m-%dT%H:%M:%S"), [], True])
        if draw.random() < 0.1:
            return (moment + datetime.timedelta(hours=5)).isoformat() + "+05:00"
        return moment.isoformat() + "Z"

    def reference(self, targets):
        section = self.random.choice([one for one in targets if one in IDS])
        if self.random.random() < self.oddity:
            return self.random.choice(["nobody", "", 7, "C-2", "{c-2}", "maja@contoso.example"])
        chosen = self.random.choice(IDS[section])
        return self.spelled(chosen)

    def spelled(self, identifier):
        if len(identifier) == 36 and self.random.random() < 0.3:
            return self.random.choice([identifier.upper(), "{" + identifier + "}", "{" + identifier.upper() + "}"])
        return identifier

    def word(self, field):
        if self.random.random() < self.oddity:
            return self.random.choice(["sideways", "", 5, None])
        chosen = self.random.choice(field.words)
        return self.random.choice([chosen, chosen, chosen, chosen.upper(), chosen.capitalize()])

    def scalar(self, section, path, field):
        draw = self.random
        if field.kind == "time":
            return self.time()
        if field.kind == "word":
            return self.word(field)
        if field.targets:
            return self.reference(field.targets)
        if draw.random() < self.oddity / 2:
            return draw.choice([3.5, -1, "", "  ", "text", [], {}, True, "ftp", "rewardhub"])
        if field.kind == "truth":
            return draw.random() < 0.6
        if field.kind == "count":
            return draw.choice(COUNTS)
        if field.kind == "number":
            return draw.choice([0, 0.4999, 0.5, 0.75, 1])
        if field.kind == "service":
            return draw.choice(TYPES)
        if field.kind == "texts":
            return draw.choice([{"account": "A-1"}, {"account": "A-2"}, {"account": "A-1", "sub": "1"}, {}])
        if field.kind == "id":
            return draw.choice([INSTANCE, INSTANCE, INSTANCE.upper(), TENANT]) if "nstance" in path else TENANT
        return self.text(section, path)

    def text(self, section, path):
        draw, last = self.random, path.split(".")[-1]
        pools = {"region": ["northeurope", "North Europe", "westeurope", "eastus", "eu", "atlantis"],
                 "storageRegion": ["northeurope", "westeurope", "North Europe"],
                 "textVersion": ["E4", "E4", "e3", "E1", "privacy 7"], "purpose": ["Offers", "Offers", "Receipts"],
                 "reason": ["Offers"], "displayName": ["Gold offers", "gold offers", "Google Ads", "Spring", "Mail"],
                 "mode": ["include", "exclude"], "value": ["optedIn", "optedOut", "OptedIn"],
                 "lawfulBasis": ["consent", "contract", "legitimateInterest"], "recipient": ["Fabrikam", "Northwind"],
                 "finalRecipient": ["Fabrikam", "fabrikam", "Litware"], "endpoint": ["host.example", "other.example"],
                 "host": ["host.example"], "target": ["email", "phone", "company_name", "city", "first_name"],
                 "fileType": ["csv", "parquet"], "timezoneId": ["UTC", "Europe/Brussels", "Europe/Brusels"],
                 "accountId": ["A-1", "A-2"], "upn": ["maja@contoso.example", "ola@contoso.example", None]}
        if path == "mapping[].source":
            return draw.choice(["Customer.EMail", "Customer.Phone", "Purchases.Total", "Customer.Gone", "EMail"])
        if path in ("fields", "approvedFields", "fields[].name"):
            return draw.choice(["email", "EMail", "Phone", "Total", "city", "first_name"])
        if last == "secretNames" or path == "secrets[].name":
            return draw.choice(["key-1", "key-2"])
        if path == "grantedPermissions":
            return draw.choice(["secrets/get", "secrets/list", "secrets/get", "secrets/list", "secrets/set"])
        if path == "items" and section == "runs":
            return draw.choice(IDS["segments"] + IDS["tables"])
        if path == "cron":
            return draw.choice(["0 4 * * 1", "0 4 * * *", "0 4 1 * *"])
        if path == "sources[].section":
            return "runs"
        text = draw.choice(pools.get(last, ["Something", "Else"]))
        return self.bases.choice([text, *BASES]) if last in ("lawfulBasis", "explicitBasis") else text

    def record(self, section, number):
        content = {}
        for path, field in reading.FIELDS[section].items():
            if "[]" in path:
                continue
            if self.random.random() < self.gaps:
                continue
            self.put(content, path, self.field(section, path, field))
        if self.random.random() < self.gaps:
            content.pop(self.random.choice(sorted(content)), None)
        return content

    def field(self, section, path, field):
        if self.random.random() < 0.12:
            return None
        if field.kind == "objects":
            return [self.entry(section, path) for _ in range(self.random.choice([0, 1, 1, 1, 2]))]
        if field.many:
            return [self.scalar(section, path, field) for _ in range(self.random.choice([0, 1, 1, 2, 2]))]
        return self.scalar(section, path, field)

    def entry(self, section, path):
        if self.random.random() < self.oddity / 4:
            return 5
        start = path + "[]."
        content = {}
        for inner, field in reading.FIELDS[section].items():
            if inner.startswith(start) and self.random.random() >= self.gaps:
                value = None if self.random.random() < 0.03 else self.scalar(section, inner, field)
                self.put(content, inner.removeprefix(start), value)
        return content

    @staticmethod
    def put(content, path, value):
        *steps, last = path.split(".")
        for step in steps:
            content = content.setdefault(step, {})
            if not isinstance(content, dict):
                return
        content[last] = value
