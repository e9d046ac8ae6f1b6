"""Plants what looks like a secret, surely or perhaps, and what does not, in records of a generated snapshot."""

# Put together from pieces, so that no scanner takes this file for a leak.
_RANDOM = "9aB3dE7fG1hJ5kL0mN2pQ4rS6tU8vWxY"
_HEX = "0123456789abcdef" * 2
_TEXTS = ["-----BEGIN RSA " + "PRIVATE KEY-----", f"https://a.example/c?se=1&sig={_RANDOM}{_RANDOM}%3D",
          f"AccountName=a;AccountKey={_RANDOM}{_RANDOM}==", "sftp://partner:swordfish" + "@files.example",
          f"eyJ{_RANDOM}.{_RANDOM}.{_RANDOM}", f"Authorization: Bearer {_RANDOM}", "AKIA" + "IOSFODNN7EXAMPLE",
          f"key-{_HEX}", _HEX, _HEX * 2, "c0c0c0c0-0000-4000-8000-000000000001", _RANDOM, "swordfish", "Spring Campaign 2026",
          "sftp://partner@files.example", "password: see the vault", "CustomersOfTheNorth2026", "basic information"]
_KEYS = ["apiKey", "api_key", "Password", "client-secret", "token", "reference", "account", "keyring"]


def plant(content, draw):
    """Puts texts into fields of free text, lists, objects with free keys and fields that the format doesn't know."""
    if draw.random() < 0.5:
        return
    for section, rows in content.items():
        for record in rows if isinstance(rows, list) else [rows]:
            if isinstance(record, dict) and draw.random() < 0.08:
                _put(record, draw)


def _put(record, draw):
    text, key = draw.choice(_TEXTS), draw.choice(_KEYS)
    place = draw.choice(["known", "known", "map", "names", "unknown", "nested"])
    if place == "map" and isinstance(record.get("target"), dict):
        record["target"]["accountIds"] = {"account": "A-1", key: text}
    elif place == "names" and isinstance(record.get("credential"), dict):
        record["credential"]["secretNames"] = ["key-1", text]
    elif place == "nested":
        record["extension"] = {"settings": [{key: text}, 5]}
    elif place == "known" and "description" in record:
        record["description"] = text
    elif place == "known" and "evidence" in record:
        record["evidence"] = text
    else:
        record[key] = text
