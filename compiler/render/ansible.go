package render

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var ansible = Renderer{Name: "ansible", Ext: "/", Files: ansibleFiles}

// The parts of the folder that no value reaches.
var (
	//go:embed ansible/run.ps1
	ansibleRun string
	//go:embed ansible/automatic.yml
	ansibleAutomatic string
	//go:embed ansible/manual.yml
	ansibleManual string
	//go:embed ansible/lint.yml
	ansibleLint string
)

// workstation is the inventory's name for the administration workstation, which no document names.
const workstation = "admin-workstation"

// ansibleFiles makes a folder for ansible-playbook:
//
//	playbook.yml            a play for each stretch of steps at the same batch of a wave, in the order of the runbook
//	inventory.yml           the servers by wave, batch, site and domain, with the connection but without an account
//	tasks/*.yml             what a step is: automatic (test, act, confirm) or manual (ask)
//	files/run.ps1, steps/*  the scripts of the steps as they are in the library, and what calls them
//	manifest.json           the digest of every file and of what the runbook was made from
//
// Values stand in variables alone, tagged so that Jinja leaves them as they are, and reach a script as parameters. Names of
// tasks and plays are for people; they take no tag, for ansible-lint does not read it there, and hold no brace instead.
func ansibleFiles(r schema.Runbook) (map[string][]byte, error) {
	f := newFolder("ansible")
	f.add("files/run.ps1", []byte(ansibleRun))
	f.add("tasks/automatic.yml", []byte(ansibleAutomatic))
	f.add("tasks/manual.yml", []byte(ansibleManual))
	f.add(".ansible-lint", []byte(ansibleLint))
	planned := plannedSteps(r)
	scripts := map[string]string{}
	for _, s := range planned {
		if s.Script != "" {
			scripts[s.Step] = s.Script
		}
	}
	for step, script := range scripts {
		f.add("files/"+scriptPath(step), []byte(script))
	}
	in := newInventory(r, planned)
	for path, doc := range map[string]*yaml.Node{"inventory.yml": in.document(), "playbook.yml": list(append(refusal(r), in.plays(planned)...)...)} {
		text, err := encodeYAML(doc)
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", path, err)
		}
		f.add(path, text)
	}
	return f.complete(r)
}

// inventory knows the names of hosts and groups. A name of Ansible is part of its language of patterns, so none is taken
// from a document as it is.
type inventory struct {
	hosts  map[string]string            // inventory name by FQDN
	groups map[string]map[string]bool   // members by group
	inside map[string][]string          // groups of groups
	batch  map[string]string            // group of its batch by FQDN
	size   map[string]int               // servers of a batch's group
	place  map[string]string            // what a batch is called for a person
	taken  map[string]bool              // names of groups
	named  map[string]map[string]string // group by kind and text
}

func newInventory(r schema.Runbook, planned []schema.Step) *inventory {
	in := &inventory{hosts: map[string]string{}, groups: map[string]map[string]bool{}, inside: map[string][]string{}, batch: map[string]string{},
		size: map[string]int{}, place: map[string]string{}, taken: map[string]bool{}, named: map[string]map[string]string{}}
	for _, w := range r.Waves {
		if len(w.Batches) == 0 {
			continue
		}
		wave := in.group("wave", w.Name)
		for i, servers := range w.Batches {
			group := in.group("batch", fmt.Sprintf("%s %d", w.Name, i+1))
			in.inside[wave] = append(in.inside[wave], group)
			in.size[group], in.place[group] = len(servers), fmt.Sprintf("%s, batch %d of %d", w.Name, i+1, len(w.Batches))
			for _, fqdn := range servers {
				in.join(group, fqdn)
				in.batch[fqdn] = group
			}
		}
	}
	for _, s := range r.Scope.Sensors {
		for kind, text := range map[string]string{"site": s.Site, "domain": s.Domain} {
			if text != "" {
				in.join(in.group(kind, text), s.Server)
			}
		}
	}
	for _, s := range planned {
		if s.Subject.Kind == "server" {
			in.host(s.Subject.Key)
		}
		if s.Computer != "" {
			in.host(s.Computer)
		}
	}
	return in
}

// notInGroup is what the name of a group may not hold.
var notInGroup = regexp.MustCompile(`[^a-z0-9]+`)

// group is the name of a group; two texts that would give the same one are told apart by a number.
func (in *inventory) group(kind, text string) string {
	if name := in.named[kind][text]; name != "" {
		return name
	}
	first := kind + "_" + strings.Trim(notInGroup.ReplaceAllString(strings.ToLower(text), "_"), "_")
	name := first
	for n := 2; in.taken[name]; n++ {
		name = fmt.Sprintf("%s_%d", first, n)
	}
	in.taken[name] = true
	if in.named[kind] == nil {
		in.named[kind] = map[string]string{}
	}
	in.named[kind][text] = name
	return name
}

func (in *inventory) join(group, fqdn string) {
	if in.groups[group] == nil {
		in.groups[group] = map[string]bool{}
	}
	in.groups[group][in.host(fqdn)] = true
}

// host is the inventory's name of a server. Groups have an underscore in their names and hosts have none.
func (in *inventory) host(fqdn string) string {
	if in.hosts[fqdn] == "" {
		name := fileName(fqdn)
		if strings.Contains(name, "_") || !strings.ContainsAny(name, ".~") {
			name = mangled(fqdn)
		}
		in.hosts[fqdn] = name
	}
	return in.hosts[fqdn]
}

func (in *inventory) document() *yaml.Node {
	hosts := []*yaml.Node{}
	for _, fqdn := range slices.Sorted(maps.Keys(in.hosts)) {
		vars := mapping()
		if in.hosts[fqdn] != fqdn {
			vars = mapping(word("ansible_host"), value(fqdn))
		}
		hosts = append(hosts, word(in.hosts[fqdn]), vars)
	}
	children := []*yaml.Node{
		word("mdiplan_windows"), mapping(
			word("vars"), mapping(
				word("ansible_connection"), word("winrm"),
				word("ansible_port"), number(5985),
				word("ansible_winrm_transport"), word("kerberos"),
				word("ansible_winrm_message_encryption"), word("always")),
			word("hosts"), mapping(hosts...),
			word("children"), mapping(word("mdiplan_workstation"), mapping())),
		// Steps on the workstation go on to servers and need the operator's ticket there.
		word("mdiplan_workstation"), mapping(word("hosts"), mapping(word(workstation),
			mapping(word("ansible_winrm_kerberos_delegation"), truth(true)))),
	}
	for _, group := range slices.Sorted(maps.Keys(in.taken)) {
		content := []*yaml.Node{}
		if inner := in.inside[group]; len(inner) > 0 {
			groups := []*yaml.Node{}
			for _, name := range inner {
				groups = append(groups, word(name), mapping())
			}
			content = append(content, word("children"), mapping(groups...))
		}
		if members := in.groups[group]; len(members) > 0 {
			names := []*yaml.Node{}
			for _, name := range slices.Sorted(maps.Keys(members)) {
				names = append(names, word(name), mapping())
			}
			content = append(content, word("hosts"), mapping(names...))
		}
		children = append(children, word(group), mapping(content...))
	}
	return mapping(word("all"), mapping(word("children"), mapping(children...)))
}

// refusal is a play before all others that ends the run of a runbook whose proof failed.
func refusal(r schema.Runbook) []*yaml.Node {
	if r.Proof.Sound {
		return nil
	}
	return []*yaml.Node{mapping(
		word("name"), word("Refuse what is not sound"), word("hosts"), word("localhost"), word("gather_facts"), truth(false), word("any_errors_fatal"), truth(true),
		word("tasks"), list(mapping(word("name"), word("Refuse"), word("ansible.builtin.fail"), mapping(word("msg"), word(unsound)), word("when"), word("not ansible_check_mode"))))}
}

// plays cuts the steps, in their order, where the batch changes.
func (in *inventory) plays(planned []schema.Step) []*yaml.Node {
	var out []*yaml.Node
	for i := 0; i < len(planned); {
		hosts, place := in.where(planned[i])
		j := i + 1
		for j < len(planned) {
			nextHosts, nextPlace := in.where(planned[j])
			if nextHosts != hosts || nextPlace != place {
				break
			}
			j++
		}
		out = append(out, in.play(hosts, place, planned[i:j]))
		i = j
	}
	return out
}

// where is the pattern of the hosts that a step belongs to, and how a person calls that place.
func (in *inventory) where(s schema.Step) (hosts, place string) {
	if s.Subject.Kind == "server" {
		if group := in.batch[s.Subject.Key]; group != "" {
			return group, in.place[group]
		}
		return in.host(s.Subject.Key), s.Subject.Key
	}
	if s.Wave == "" {
		return "localhost", "foundation"
	}
	return "localhost", s.Wave
}

func (in *inventory) play(hosts, place string, steps []schema.Step) *yaml.Node {
	secrets := map[string]string{}
	var tasks []*yaml.Node
	for _, s := range steps {
		tasks = append(tasks, in.task(s))
		for _, secret := range s.Secrets {
			secrets[secret.Name] = secret.Prompt
		}
	}
	play := []*yaml.Node{
		word("name"), word(quote.Jinja(fmt.Sprintf("Steps %d to %d, %s", steps[0].Number, steps[len(steps)-1].Number, place))),
		word("hosts"), word(hosts),
		word("gather_facts"), truth(false),
		word("any_errors_fatal"), truth(true),
	}
	if n := in.size[hosts]; n > 0 {
		play = append(play, word("serial"), number(n))
	}
	if len(secrets) > 0 {
		var prompts []*yaml.Node
		for _, name := range slices.Sorted(maps.Keys(secrets)) {
			prompts = append(prompts, mapping(word("name"), word(secretVariable(name)), word("prompt"), value(quote.Visible(secrets[name])),
				word("private"), truth(true), word("unsafe"), truth(true)))
		}
		play = append(play, word("vars_prompt"), list(prompts...))
	}
	return mapping(append(play, word("tasks"), list(tasks...))...)
}

// secretVariable is the variable in which a secret is given with -e, from a vault for example, or asked for.
func secretVariable(name string) string { return "mdiplan_secret_" + strings.ToLower(name) }

func (in *inventory) task(s schema.Step) *yaml.Node {
	// The id is what an operator gives back in mdiplan_done, where Jinja looks at it.
	file, step := "tasks/manual.yml", []*yaml.Node{word("id"), value(quote.Jinja(s.ID))}
	vars := []*yaml.Node{}
	if s.Script == "" {
		step = append(step, word("prompt"), value(stepTitle(s)+"\n     "+shown(fill(s))+"\n     Verify: "+shown(s.Verify)+"\n     Type yes when it is done"))
	} else {
		file = "tasks/automatic.yml"
		computer, parameters := workstation, []*yaml.Node{}
		if s.Computer != "" {
			computer = in.host(s.Computer)
		}
		for _, p := range s.Params {
			parameters = append(parameters, word(p.Name), typed(p.Value))
		}
		step = append(step, word("computer"), word(computer), word("script"), word(scriptPath(s.Step)), word("parameters"), mapping(parameters...))
		if len(s.Secrets) > 0 {
			secrets := []*yaml.Node{}
			for _, secret := range s.Secrets {
				secrets = append(secrets, word(secret.Name), word("{{ "+secretVariable(secret.Name)+" }}"))
			}
			vars = append(vars, word("mdiplan_secrets"), mapping(secrets...))
		}
	}
	task := []*yaml.Node{word("name"), word(quote.Jinja(fmt.Sprintf("Step %d, %s", s.Number, stepTitle(s)))), word("ansible.builtin.include_tasks"), word(file)}
	if s.Subject.Kind == "server" {
		step = append(step, word("server"), word(in.host(s.Subject.Key)))
		task = append(task, word("when"), word("inventory_hostname == mdiplan_step.server"))
	}
	return mapping(append(task, word("vars"), mapping(append([]*yaml.Node{word("mdiplan_step"), mapping(step...)}, vars...)...))...)
}

// The nodes of a document. A word is ours or was made safe; a value is text from outside, which Jinja is told to leave alone.
func word(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: text}
}

func value(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!unsafe", Style: yaml.DoubleQuotedStyle, Value: strings.ToValidUTF8(text, "\ufffd")}
}

func number(n int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(n)}
}

func truth(b bool) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(b)}
}

func list(items ...*yaml.Node) *yaml.Node {
	node := &yaml.Node{Kind: yaml.SequenceNode, Content: items}
	if len(items) == 0 {
		node.Style = yaml.FlowStyle
	}
	return node
}

// bareKey is a key that nobody could take for anything but a word.
var bareKey = regexp.MustCompile(`^[a-z]+([._][a-z]+)*$`)

func mapping(pairs ...*yaml.Node) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode, Content: pairs}
	if len(pairs) == 0 {
		node.Style = yaml.FlowStyle
	}
	for i := 0; i < len(pairs); i += 2 {
		if bareKey.MatchString(pairs[i].Value) {
			pairs[i].Style = 0 // yaml quotes it all the same where it is ambiguous
		}
	}
	return node
}

func typed(v any) *yaml.Node {
	switch x := v.(type) {
	case bool:
		return truth(x)
	case int64:
		return number(int(x))
	case float64:
		return number(int(x))
	case []any:
		items := make([]*yaml.Node, len(x))
		for i, item := range x {
			items[i] = typed(item)
		}
		return list(items...)
	}
	return value(fmt.Sprint(v))
}

func encodeYAML(doc *yaml.Node) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("---\n")
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(doc); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}
