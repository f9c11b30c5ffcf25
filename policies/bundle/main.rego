# METADATA
# title: The rules as opa and conftest ask them
# description: |
#   The input is the document that mdiplan policy input writes: for every subject what its rules see, and which sensors it
#   has to do with. The rules are those of the bundle, described by data.mdi.catalogue.
package mdi.main

# findings hold one answer for every rule and every subject that it is about.
findings contains finding if {
	some s in input.subjects
	some id, rule in data.mdi.catalogue.rules
	rule.subject == s.subject.kind
	about := {"rule": id, "subject": s.subject, "severity": object.get(input.severities, id, rule.severity)}
	answer := _answer(id, rule, s)
	finding := object.union_n([about, answer, _waiver(answer.outcome, [w | w := s.waived[id]])])
}

# deny is what fails and nobody accepted.
deny contains object.union(finding, {"msg": _sentence(finding)}) if {
	some finding in findings
	finding.outcome == "fail"
	not finding.waived
}

# Neither a document of another kind nor one that is only half judged may look like an estate without failures.
deny contains {"msg": "The input is not a document that mdiplan policy input wrote."} if not _input

deny contains {"msg": sprintf("%d answers were expected and %d were given.", [expected, count(findings)])} if {
	_input
	expected := count([id |
		some s in input.subjects
		some id, rule in data.mdi.catalogue.rules
		rule.subject == s.subject.kind
	])
	expected != count(findings)
}

# warn is what could not be told.
warn contains object.union(finding, {"msg": _sentence(finding)}) if {
	some finding in findings
	finding.outcome == "unknown"
	not finding.waived
}

_input if {
	input.schema == "mdiplan/input/v1"
	is_array(input.subjects)
	count(input.subjects) > 0
}

_sentence(finding) := sprintf("%s %s at %s: %s", [
	finding.severity,
	finding.rule,
	trim_suffix(concat("/", [finding.subject.kind, object.get(finding.subject, "key", "")]), "/"),
	data.mdi.catalogue.rules[finding.rule].title,
])

_waiver(outcome, waivers) := {"waived": waiver} if {
	outcome in {"fail", "unknown"}
	some waiver in waivers
}

else := {}

_answer(id, rule, s) := {"outcome": outcome} if {
	outcome := _before(rule, s)
	outcome != "pass"
}

else := object.union({"outcome": _outcome(rule, said)}, object.filter(said, ["observed", "required"])) if {
	said := _said(id, s.input, input.overrides)
}

_said(id, given, overrides) := said if {
	said := data.mdi.catalogue.answers[id] with input as given with data.mdi.overrides as overrides
}

# What a rule does not say is unknown.
_outcome(rule, said) := "not_applicable" if said.applies == false

else := "unknown" if {
	rule.conditional
	not "applies" in object.keys(said)
}

else := "pass" if said.compliant == true

else := "fail" if said.compliant == false

else := "unknown"

# _before is what profile, roles and generations say before a rule is asked; pass means that it is asked.
_before(rule, s) := "not_applicable" if not _in_force(rule.profiles)

else := "not_applicable" if _role(rule.roles, s) == "not_applicable"

else := _role(rule.roles, s) if _generation(rule.generations, s)

# What a standalone sensor needs of a controller that it watches.
else := _role(rule.roles, s) if {
	s.watched
	"dc" in rule.roles
	"sa" in rule.generations
}

else := "not_applicable" if not s.undecided

else := "unknown" if count(rule.generations) < 3

else := _role(rule.roles, s)

# The two current profiles are one rule set between them: what tells their rules apart is the generation.
_in_force(profiles) if count(profiles) == 0

_in_force(profiles) if input.run.profile in profiles

_in_force(profiles) if {
	input.run.profile != "classic-2023"
	some profile in profiles
	profile != "classic-2023"
}

_generation(wanted, s) if {
	some generation in s.generations
	generation in wanted
}

_generation([], s) if count(s.generations) > 0

_generation([], s) if s.undecided

# Only a server, and what belongs to one, has roles; a role that nobody read may be there.
_role(roles, s) := "pass" if not _has_roles(roles, s.server)

else := "pass" if {
	some role in roles
	s.input.server.roles[role] == true
}

else := "unknown" if {
	some role in roles
	not role in object.keys(object.get(s.input, ["server", "roles"], {}))
}

else := "not_applicable"

_has_roles(roles, server) if {
	count(roles) > 0
	server != ""
}
