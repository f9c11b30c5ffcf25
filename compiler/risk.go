package compiler

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// The numbers of the risk score, as policies/tables/risk.rego has them. What a step does gives its base, where and when it is
// done changes it.
const (
	otherSetting    = "other_setting"
	directoryObject = "directory_object"
	manyServers     = "many_servers"
	sensorSoftware  = "sensor_software"
	serviceRestart  = "service_restart"
	possibleRestart = "possible_restart"
	certainRestart  = "certain_restart"

	irreversible         = "irreversible"
	wholeWorkspace       = "whole_workspace"
	singleControllerSite = "single_controller_site"
	pdcEmulator          = "pdc_emulator"
	otherRoleHolder      = "other_role_holder"
	readOnlyController   = "read_only_controller"
	untestedVariant      = "untested_variant"
	acceptedWarning      = "accepted_warning"
	outsideHours         = "outside_business_hours"

	mediumFrom     = "medium_from"
	highFrom       = "high_from"
	businessOpens  = "business_opens"
	businessCloses = "business_closes"
)

// RiskNumbers are the names of all of them: the parameters "risk.<name>" of policy.
var RiskNumbers = []string{otherSetting, directoryObject, manyServers, sensorSoftware, serviceRestart, possibleRestart, certainRestart,
	irreversible, wholeWorkspace, singleControllerSite, pdcEmulator, otherRoleHolder, readOnlyController, untestedVariant, acceptedWarning, outsideHours,
	mediumFrom, highFrom, businessOpens, businessCloses}

// The bands of risk.
const (
	riskLow    = "low"
	riskMedium = "medium"
	riskHigh   = "high"
)

// scorer gives planned steps their risk score: the greatest of what they do, and all that makes it worse or milder. It says
// what, never why a number is as it is: that is policy's.
type scorer struct {
	*compilation
	numbers map[string]float64
	// warnings counts the warnings to accept at each subject.
	warnings map[schema.Subject]int
	// zones are the time zones of the waves, by name.
	zones map[string]*time.Location
	// controllers counts the domain controllers of each site and domain; tested are the variants of servers by wave, foundation
	// for those that run already.
	controllers map[[2]string]int
	tested      map[string]map[string]bool
}

func (c *compilation) scorer(spec *Spec, numbers map[string]float64, warnings map[schema.Subject]int, held []schema.Held) *scorer {
	s := &scorer{compilation: c, numbers: numbers, warnings: warnings, zones: map[string]*time.Location{}, controllers: map[[2]string]int{}, tested: map[string]map[string]bool{}}
	for _, w := range c.waves {
		s.zones[w.Name] = time.UTC
		if cal, ok := spec.calendar(w.Window); ok {
			s.zones[w.Name] = cal.first.Location()
		}
	}
	for fqdn, server := range c.facts.Servers {
		if c.hasRole(fqdn, "dc") {
			s.controllers[[2]string{server.Site, server.Domain}]++
		}
	}
	note := func(wave, variant string) {
		if s.tested[wave] == nil {
			s.tested[wave] = map[string]bool{}
		}
		s.tested[wave][variant] = true
	}
	for fqdn, sensor := range c.facts.Sensors {
		if sensor.Generation != "" {
			note(foundation, s.variant(fqdn, sensor.Generation))
		}
	}
	isHeld := map[string]bool{} // what is held tests nothing
	for _, h := range held {
		isHeld[h.Server] = true
	}
	for fqdn, sensor := range c.intent.Sensors {
		if c.planned(fqdn) && !isHeld[fqdn] {
			note(c.waveOf(fqdn), s.variant(fqdn, sensor.Generation))
		}
	}
	return s
}

// variant is what a pilot stands for: the generation of the sensor, the system and the platform.
func (s *scorer) variant(fqdn, generation string) string {
	server := s.facts.Servers[fqdn]
	if server == nil {
		return generation
	}
	platform := server.Hypervisor
	if server.Virtual != nil && !*server.Virtual {
		platform = "physical"
	}
	return strings.Join([]string{generation, server.OSFamily, platform}, "/")
}

// score fills in the risk of a planned step.
func (s *scorer) score(step *schema.Step, d *Declaration) {
	base := s.base(step, d)
	if base == "" {
		return
	}
	names := []string{base}
	if step.Irreversible() {
		names = append(names, irreversible)
	}
	if step.Subject.Kind == "workspace" || step.Subject.Kind == "tenant" {
		names = append(names, wholeWorkspace)
	}
	heavy := slices.Contains([]string{manyServers, sensorSoftware, serviceRestart, possibleRestart, certainRestart}, base)
	if heavy && step.Subject.Kind == "server" {
		names = append(names, s.place(step.Subject.Key)...)
		if d.Gate {
			for range s.warnings[step.Subject] + s.warnings[schema.Subject{Kind: "sensor", Key: step.Subject.Key}] {
				names = append(names, acceptedWarning)
			}
			if s.untested(step.Subject.Key) {
				names = append(names, untestedVariant)
			}
		}
	}
	if heavy && step.StartsAt != "" && s.outside(step) {
		names = append(names, outsideHours)
	}
	sum := 0
	for _, name := range names {
		n := int(s.numbers["risk."+name])
		sum += n
		if i := slices.IndexFunc(step.Points, func(w schema.Weight) bool { return w.Name == name }); i >= 0 {
			step.Points[i].Points += n
		} else {
			step.Points = append(step.Points, schema.Weight{Name: name, Points: n})
		}
	}
	step.Score = max(sum, 0)
}

// base is the greatest of what a step does, or empty when it changes nothing.
func (s *scorer) base(step *schema.Step, d *Declaration) string {
	if !step.Changes() && step.Risk == "none" {
		return ""
	}
	does := []string{otherSetting}
	if step.RunsOn == "domain_controller" {
		does = append(does, directoryObject)
	}
	if len(step.Affects) > 1 {
		does = append(does, manyServers)
	}
	if d.Gate {
		does = append(does, sensorSoftware)
	}
	switch {
	case step.Risk == "service_restart":
		does = append(does, serviceRestart)
	case d.Restarts:
		does = append(does, certainRestart)
	case step.Risk == "reboot":
		does = append(does, possibleRestart)
	}
	// Of the same number the later name says more.
	return slices.MaxFunc(does, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.numbers["risk."+a], s.numbers["risk."+b]), cmp.Compare(slices.Index(RiskNumbers, a), slices.Index(RiskNumbers, b)))
	})
}

// place says what is special about a server. A controller whose site nobody read may be the only one of its site.
func (s *scorer) place(fqdn string) []string {
	server := s.facts.Servers[fqdn]
	if server == nil {
		return nil
	}
	var out []string
	if s.hasRole(fqdn, "dc") && (server.Site == "" || s.controllers[[2]string{server.Site, server.Domain}] == 1) {
		out = append(out, singleControllerSite)
	}
	other := server.Bridgehead != nil && *server.Bridgehead
	for role, holds := range server.FSMO {
		other = other || holds && role != "pdc_emulator"
	}
	switch {
	case server.FSMO["pdc_emulator"]:
		out = append(out, pdcEmulator)
	case other:
		out = append(out, otherRoleHolder)
	}
	if s.hasRole(fqdn, "rodc") {
		out = append(out, readOnlyController)
	}
	return out
}

// untested says that no server of the same variant comes in a wave before, or runs already. The first wave is the test.
func (s *scorer) untested(fqdn string) bool {
	wave := slices.IndexFunc(s.waves, func(w schema.Wave) bool { return w.Name == s.waveOf(fqdn) })
	before := s.wavesBefore(wave)
	if len(before) == 0 || s.intent.Sensors[fqdn] == nil {
		return false
	}
	variant := s.variant(fqdn, s.intent.Sensors[fqdn].Generation)
	for i := range before {
		if s.tested[s.waves[i].Name][variant] {
			return false
		}
	}
	return !s.tested[foundation][variant]
}

// outside says whether a step begins and ends outside of business hours, in the time zone of its wave's window.
func (s *scorer) outside(step *schema.Step) bool {
	zone := s.zones[cmp.Or(step.Wave, foundation)]
	starts, err := time.Parse(time.RFC3339, step.StartsAt)
	ends, moreErr := time.Parse(time.RFC3339, step.EndsAt)
	if err != nil || moreErr != nil || zone == nil {
		return false
	}
	opens, closes := s.numbers["risk."+businessOpens], s.numbers["risk."+businessCloses]
	for day := starts.In(zone).AddDate(0, 0, -1); !day.After(ends.In(zone).AddDate(0, 0, 1)); day = day.AddDate(0, 0, 1) {
		if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			continue
		}
		at := func(hour float64) time.Time {
			return time.Date(day.Year(), day.Month(), day.Day(), 0, int(hour*60), 0, 0, zone) // by the clock, also where it is changed
		}
		if starts.Before(at(closes)) && at(opens).Before(ends) {
			return false
		}
	}
	return true
}

func (s *scorer) band(score int) string {
	switch {
	case float64(score) >= s.numbers["risk."+highFrom]:
		return riskHigh
	case float64(score) >= s.numbers["risk."+mediumFrom]:
		return riskMedium
	}
	return riskLow
}

// risk sums up: a wave has the risk of its worst step, the change that of its worst wave.
func (s *scorer) risk(r *schema.Runbook) schema.BoardRisk {
	out := schema.BoardRisk{}
	byWave := map[string]*schema.WaveRisk{}
	for _, w := range r.Waves {
		byWave[w.Name] = &schema.WaveRisk{Wave: w.Name}
	}
	for _, step := range r.Steps {
		w := byWave[step.Wave]
		if w == nil || step.State != schema.StepPlanned || step.Score == 0 || step.Score < w.Score {
			continue
		}
		if step.Score > w.Score {
			w.Score, w.Steps = step.Score, nil
		}
		w.Steps = append(w.Steps, step.ID)
	}
	for i, w := range r.Waves {
		x := byWave[w.Name]
		x.Band = s.band(x.Score)
		x.StandardEligible = x.Band == riskLow && i > 0 && len(s.wavesBefore(i)) > 0
		out.Waves = append(out.Waves, *x)
		out.Score = max(out.Score, x.Score)
	}
	out.Band = s.band(out.Score)
	for _, name := range RiskNumbers {
		out.Weights = append(out.Weights, schema.Weight{Name: name, Points: int(s.numbers["risk."+name])})
	}
	return out
}
