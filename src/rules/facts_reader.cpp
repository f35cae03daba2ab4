#include "rules/facts_reader.h"

#include <functional>
#include <map>

#include "rules/columns_reader.h"
#include "rules/names.h"
#include "rules/truth.h"
#include "text/transcode.h"

namespace factlint {
namespace {

using yaml::Node;
using yaml::NodeKind;

/// A definition as it is written; what goes together is looked at when all of it is known.
struct Draft {
    FactDefinition fact;
    const Node *find = nullptr, *value = nullptr, *at = nullptr, *table = nullptr;
    const Node *as = nullptr, *unit = nullptr, *schema = nullptr, *columns = nullptr, *unique = nullptr,
               *references = nullptr, *query = nullptr, *in = nullptr;
    const Node *scope = nullptr, *all = nullptr, *optional = nullptr, *encoding = nullptr;
};

template <const Node* Draft::*member> void take(Context&, const Node& node, Draft& draft) {
    draft.*member = &node;
}

constexpr Key<Draft> draft_keys[] = {
    {"find", take<&Draft::find>},
    {"value", take<&Draft::value>},
    {"at", take<&Draft::at>},
    {"table", take<&Draft::table>},
    {"as", take<&Draft::as>},
    {"unit", take<&Draft::unit>},
    {"schema", take<&Draft::schema>},
    {"columns", take<&Draft::columns>},
    {"unique", take<&Draft::unique>},
    {"references", take<&Draft::references>},
    {"query", take<&Draft::query>},
    {"in", take<&Draft::in>},
    {"scope", take<&Draft::scope>},
    {"all", take<&Draft::all>},
    {"optional", take<&Draft::optional>},
    {"encoding", take<&Draft::encoding>},
};

/// What can stand beside what: each producer and its own keys.
struct Producer {
    std::string_view name;
    const Node* Draft::*key;
    std::array<const Node * Draft::*, 7> companions;
};
constexpr Producer producers[] = {
    {"find", &Draft::find, {&Draft::in, &Draft::scope, &Draft::all, &Draft::optional}},
    {"value", &Draft::value, {&Draft::as, &Draft::unit}},
    {"at", &Draft::at, {&Draft::as, &Draft::unit, &Draft::optional, &Draft::encoding}},
    {"table",
     &Draft::table,
     {&Draft::schema, &Draft::columns, &Draft::unique, &Draft::references, &Draft::query, &Draft::optional,
      &Draft::encoding}},
};
constexpr std::pair<std::string_view, const Node * Draft::*> companion_names[] = {
    {"as", &Draft::as},
    {"unit", &Draft::unit},
    {"schema", &Draft::schema},
    {"columns", &Draft::columns},
    {"unique", &Draft::unique},
    {"references", &Draft::references},
    {"query", &Draft::query},
    {"in", &Draft::in},
    {"scope", &Draft::scope},
    {"all", &Draft::all},
    {"optional", &Draft::optional},
    {"encoding", &Draft::encoding},
};

/// Whether a mapping under `facts` says where a value stands; otherwise it nests names.
bool is_definition(const Node& node) {
    for (const Key<Draft>& key : draft_keys)
        if (find_value(node, key.name)) return true;
    return false;
}

/// A truth whose text may name other truths in braces.
struct PendingTruth {
    std::size_t fact;
    const Node* node;
    std::optional<Kind> as;
    std::string unit;
};

/// `added: '{:money} more'` was meant as a pattern.
bool looks_like_pattern(std::string_view text) {
    const auto colon = text.find(':', std::min(text.find('{'), text.size()));
    return colon != std::string_view::npos && text.find('}', colon) != std::string_view::npos;
}

class FactsReader {
  public:
    explicit FactsReader(Context& context) : context_(context) {}

    void read(const Node& node, const std::string& prefix) {
        if (node.kind != NodeKind::mapping) return expected(context_, node, "a mapping of names");
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            const Node& key = *node.items[i];
            if (key.kind != NodeKind::scalar)
                expected(context_, key, "a name");
            else
                read_named(key, prefix + key.text, *node.items[i + 1]);
        }
    }

    void finish() {
        for (std::size_t i = 0; i < truths_.size(); ++i) resolve(i);
        for (FactDefinition& fact : context_.file.facts)
            if (Table* table = std::get_if<Table>(&fact.where)) resolve_references(*table);
        for (const auto& [fact, node] : templates_)
            context_.file.facts[fact].in = substitute(*node, context_.file.facts[fact].name, true);
    }

  private:
    void read_named(const Node& key, const std::string& name, const Node& value) {
        if (value.kind == NodeKind::mapping && !is_definition(value)) {
            if (value.items.empty())
                return expected(context_, value, "a definition or names below " + quoted(name));
            return read(value, name + ".");
        }
        if (const auto why = why_not_a_name(name))
            context_.report(key, "bad-name", *why,
                            "choose another name: ASCII letters, digits and `_`, joined by dots");
        const std::size_t before = context_.findings.size();
        read_value(key, name, value);
        if (context_.findings.size() != before) context_.broken_names.push_back(name);
    }

    void read_value(const Node& key, const std::string& name, const Node& value) {
        Draft draft;
        draft.fact.name = name;
        draft.fact.place = context_.place(key);
        if (value.kind == NodeKind::scalar) {
            if (looks_like_pattern(value.text))
                return context_.report(value, "pattern-as-truth",
                                       "a pattern stands where " + quoted(name) + " would state a truth",
                                       "write `" + name + ": {find: …}`");
            draft.value = &value;
        } else if (value.kind == NodeKind::mapping) {
            read_mapping(context_, value, "a fact", draft_keys, draft);
        } else if (value.kind == NodeKind::null) {
            return context_.report(key, "missing-value", quoted(name) + " has no value",
                                   "state a truth, or say with `find` where it stands");
        } else {
            return expected(context_, value, "a truth or where " + quoted(name) + " stands");
        }
        if (const Producer* producer = producer_of(draft, key)) build(draft, *producer);
    }

    const Producer* producer_of(const Draft& draft, const Node& key) {
        const Producer* found = nullptr;
        for (const Producer& producer : producers) {
            const Node* value = draft.*producer.key;
            if (!value) continue;
            if (found)
                context_.report(*value, "several-producers",
                                quoted(draft.fact.name) + " has both `" + std::string(found->name) +
                                    "` and `" + std::string(producer.name) + "`",
                                "one name has one origin: give the second a name of its own");
            else
                found = &producer;
        }
        if (!found)
            context_.report(key, "missing-key", "nothing says where " + quoted(draft.fact.name) + " stands",
                            "expected one of `find`, `value`, `at`, `table`");
        else
            refuse_strangers(draft, *found);
        return found;
    }

    void refuse_strangers(const Draft& draft, const Producer& producer) {
        for (const auto& [name, member] : companion_names) {
            const auto& own = producer.companions;
            if (draft.*member && std::find(own.begin(), own.end(), member) == own.end())
                context_.report(*(draft.*member), "useless-key",
                                "`" + std::string(name) + "` means nothing beside `" +
                                    std::string(producer.name) + "`",
                                "leave it out");
        }
    }

    void build(Draft& draft, const Producer& producer) {
        FactDefinition& fact = draft.fact;
        if (draft.scope) read_scope(context_, *draft.scope, fact.scope);
        if (draft.all) fact.all = read_bool(context_, *draft.all).value_or(false);
        if (draft.optional) fact.optional = read_bool(context_, *draft.optional).value_or(false);
        const std::size_t index = context_.file.facts.size();
        if (producer.key == &Draft::find)
            fact.where = checked_finds(draft);
        else if (producer.key == &Draft::at)
            fact.where = at(draft);
        else if (producer.key == &Draft::table)
            fact.where = table(draft);
        else
            pend(draft, index);
        if (draft.in && read_text(context_, *draft.in)) templates_.push_back({index, draft.in});
        context_.file.facts.push_back(std::move(fact));
    }

    std::vector<Find> checked_finds(const Draft& draft) {
        auto finds = read_find(context_, *draft.find);
        for (const Find& find : finds)
            if (find.pattern.holes().empty() && !find.value)
                context_.findings.push_back(
                    problem("pattern-without-hole", find.pattern.place(), "this pattern takes no value",
                            "write a hole such as `{:count}`, `{:text …}` around words, or an "
                            "entry `{find: …, value: …}`"));
        return finds;
    }

    void pend(Draft& draft, std::size_t index) {
        draft.fact.where = Known{{}, {}, context_.place(*draft.value)};
        if (!read_text(context_, *draft.value)) return;
        truths_.push_back({index, draft.value, kind_of(draft.as), unit_text_of(draft.unit)});
    }

    At at(const Draft& draft) {
        At at;
        at.place = context_.place(*draft.at);
        at.as = kind_of(draft.as);
        at.unit = unit_text_of(draft.unit);
        at.encoding = encoding_of(draft.encoding);
        const auto text = read_text(context_, *draft.at);
        if (!text) return at;
        const auto hash = text->find('#');
        if (hash == 0 || hash == std::string_view::npos)
            context_.report(*draft.at, "bad-pointer", quoted(*text) + " does not say which value of a file",
                            "write `path#/pointer`, for example 'data/budget.json#/total'");
        at.path = std::string(text->substr(0, hash));
        if (hash != std::string_view::npos) at.pointer = std::string(text->substr(hash + 1));
        return at;
    }

    Table table(const Draft& draft) {
        Table table;
        table.place = context_.place(*draft.table);
        if (const auto text = read_text(context_, *draft.table)) {
            const auto hash = std::min(text->find('#'), text->size());
            table.path = std::string(text->substr(0, hash));
            table.part = std::string(text->substr(std::min(hash + 1, text->size())));
        }
        if (draft.query)
            if (const auto query = read_text(context_, *draft.query)) table.query = std::string(*query);
        if (draft.schema)
            if (const auto path = read_text(context_, *draft.schema)) table.schema = std::string(*path);
        if (draft.columns) table.columns = read_columns(context_, *draft.columns);
        if (draft.unique) table.unique = read_keys(*draft.unique);
        if (draft.references) read_references(*draft.references, table);
        table.encoding = encoding_of(draft.encoding);
        return table;
    }

    /// {customers: {customer: id, region: region}}, or a list of such keys below the name of the table.
    void read_references(const Node& node, Table& table) {
        if (node.kind != NodeKind::mapping) return expected(context_, node, "a mapping of tables to columns");
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            const Node &name = *node.items[i], &value = *node.items[i + 1];
            if (name.kind != NodeKind::scalar)
                expected(context_, name, "the name of a table");
            else if (value.kind != NodeKind::sequence)
                read_reference(name, value, table);
            else
                for (const Node* key : value.items) read_reference(name, *key, table);
        }
    }

    void read_reference(const Node& other, const Node& node, Table& table) {
        if (node.kind != NodeKind::mapping || node.items.empty())
            return expected(context_, node, "a mapping of columns to columns of " + quoted(other.text));
        ForeignKey key;
        key.resource = other.text;
        key.place = context_.place(other);
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            const auto column = read_text(context_, *node.items[i]),
                       there = read_text(context_, *node.items[i + 1]);
            if (!column || !there) return;
            key.fields.emplace_back(*column);
            key.reference_fields.emplace_back(*there);
        }
        table.references.push_back(std::move(key));
    }

    /// Keys name tables of this file; `references: customers.id` of a column is a key too.
    void resolve_references(Table& table) {
        std::vector<std::string_view> tables;
        for (const FactDefinition& fact : context_.file.facts)
            if (std::holds_alternative<Table>(fact.where)) tables.push_back(fact.name);
        for (const ForeignKey& key : table.references)
            if (std::find(tables.begin(), tables.end(), key.resource) == tables.end())
                context_.findings.push_back(problem("unknown-name", *key.place,
                                                    quoted(key.resource) + " is no table of this file",
                                                    suggestion(key.resource, tables)));
        for (const Column& column : table.columns)
            if (!column.references.empty()) add_reference(column, tables, table);
    }

    /// Names of tables have points as paths of columns do: the longest counts.
    void add_reference(const Column& column, const std::vector<std::string_view>& tables, Table& table) {
        std::string_view other;
        for (const std::string_view name : tables)
            if (name.size() > other.size() && column.references.starts_with(std::string(name) + "."))
                other = name;
        const Place place = column.place.value_or(table.place);
        if (!other.empty()) {
            table.references.push_back(
                {{column.name}, std::string(other), {column.references.substr(other.size() + 1)}, place});
            return;
        }
        const std::string meant = column.references.substr(0, column.references.rfind('.'));
        context_.findings.push_back(
            problem("unknown-name", place,
                    quoted(column.name) + " refers to " + quoted(column.references) +
                        ", which is no column of a table of this file",
                    "write `references: TABLE.COLUMN`; " + suggestion(meant, tables)));
    }

    /// [id, region]: one key over two columns; [[id], [date, region]]: two keys.
    std::vector<std::vector<std::string>> read_keys(const Node& node) {
        std::vector<std::vector<std::string>> keys;
        const bool several = node.kind == NodeKind::sequence && !node.items.empty() &&
                             node.items.front()->kind == NodeKind::sequence;
        const auto add = [&](const Node& names) {
            std::vector<std::string>& key = keys.emplace_back();
            for (const Node* name : read_texts(context_, names)) key.push_back(name->text);
        };
        if (!several) add(node);
        for (std::size_t i = 0; several && i < node.items.size(); ++i) add(*node.items[i]);
        return keys;
    }

    std::optional<Kind> kind_of(const Node* node) {
        if (!node) return std::nullopt;
        const auto text = read_text(context_, *node);
        if (!text) return std::nullopt;
        const auto kind = kind_named(*text);
        if (!kind || *kind == Kind::identifier)
            context_.report(*node, "unknown-kind", "there is no kind " + quoted(*text),
                            suggestion(*text, kind_names));
        return kind;
    }

    std::optional<DeclaredEncoding> encoding_of(const Node* node) {
        const auto text = node ? read_text(context_, *node) : std::nullopt;
        if (!text) return std::nullopt;
        if (const Encoding* encoding = find_encoding(*text))
            return DeclaredEncoding{std::string(encoding->name), context_.place(*node)};
        context_.report(*node, "unknown-encoding", "there is no encoding " + quoted(*text),
                        encoding_suggestion(*text));
        return std::nullopt;
    }

    std::string unit_text_of(const Node* node) {
        const auto text = node ? read_text(context_, *node) : std::nullopt;
        if (!text) return {};
        if (!find_unit(*text) && *text != "%") {
            std::vector<std::string_view> names;
            for (const Unit& row : all_units()) names.push_back(row.id);
            context_.report(*node, "unknown-unit", "there is no unit " + quoted(*text),
                            suggestion(*text, names));
        }
        return std::string(*text);
    }

    // Truths that name truths.

    void resolve(std::size_t index) {
        if (states_[index] == State::done) return;
        states_[index] = State::open;
        path_.push_back(index);
        const PendingTruth& pending = truths_[index];
        FactDefinition& fact = context_.file.facts[pending.fact];
        Known& known = std::get<Known>(fact.where);
        const std::size_t before = context_.findings.size();
        const std::string& text =
            context_.file.texts.emplace_back(substitute(*pending.node, fact.name, false));
        known.text = text;
        if (context_.findings.size() == before) {
            auto truth = read_truth({text, pending.as, pending.unit}, context_.language, context_.file.parts);
            if (truth.value)
                known.value = *truth.value;
            else
                context_.report(*pending.node, "bad-truth", truth.message, truth.help);
        }
        if (context_.findings.size() != before) context_.broken_names.push_back(fact.name);
        path_.pop_back();
        states_[index] = State::done;
    }

    /// The text of `node` with `{name}` of truths replaced. In a path, {stem} is left for the document.
    std::string substitute(const Node& node, const std::string& owner, bool path) {
        std::string result;
        std::size_t at = 0;
        while (at < node.text.size()) {
            const std::size_t open = std::min(node.text.find('{', at), node.text.size());
            const std::size_t close = node.text.find('}', open);
            result += node.text.substr(at, open - at);
            if (open == node.text.size() || close == std::string::npos)
                return result + node.text.substr(open);
            const std::string name = node.text.substr(open + 1, close - open - 1);
            const Span span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
            if (path && name == "stem")
                result += "{stem}";
            else
                result += truth_named(name, place_inside(context_, node, span), owner);
            at = close + 1;
        }
        return result;
    }

    std::string truth_named(const std::string& name, Place place, const std::string& owner) {
        for (std::size_t i = 0; i < truths_.size(); ++i) {
            const FactDefinition& fact = context_.file.facts[truths_[i].fact];
            if (fact.name != name) continue;
            if (states_[i] == State::open) {
                report_cycle(i, place);
                return {};
            }
            resolve(i);
            return std::get<Known>(fact.where).text;
        }
        std::vector<std::string_view> names{"stem"};
        for (const PendingTruth& truth : truths_) names.push_back(context_.file.facts[truth.fact].name);
        context_.findings.push_back(
            problem("unknown-name", place,
                    quoted(owner) + " names " + quoted(name) + ", which is no truth of this file",
                    suggestion(name, names)));
        return {};
    }

    void report_cycle(std::size_t first, Place place) {
        std::string path;
        const auto begin = std::find(path_.begin(), path_.end(), first);
        for (auto at = begin; at != path_.end(); ++at)
            path += context_.file.facts[truths_[*at].fact].name + " → ";
        const std::string& name = context_.file.facts[truths_[first].fact].name;
        context_.findings.push_back(problem("cyclic-fact", place,
                                            quoted(name) + " is stated through itself: " + path + name,
                                            "state one of them by its value"));
    }

    enum class State : std::uint8_t { fresh, open, done };

    Context& context_;
    std::vector<PendingTruth> truths_;
    std::vector<std::pair<std::size_t, const Node*>> templates_;
    std::map<std::size_t, State> states_;
    std::vector<std::size_t> path_;
};

}  // namespace

void read_facts(Context& context, const Node& node) {
    FactsReader reader(context);
    reader.read(node, "");
    reader.finish();
}

}  // namespace factlint
