"""The schemas that others published for their report formats, kept beside the checkout."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCHEMAS = SHARED / "data" / "schemas"
needed = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no ../shared/data/schemas here")

JUNIT = ("JUnit.xsd", "jenkins-junit.xsd", "junit-10.xsd")


def sarif_schema():
    return json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text())


def junit_complaints(xml, schema):
    """What the named XSD has against the document: an empty list if nothing."""
    from lxml import etree

    xsd = etree.XMLSchema(etree.parse(SCHEMAS / schema))
    xsd.validate(etree.fromstring(xml.encode()))
    return [each.message for each in xsd.error_log]
