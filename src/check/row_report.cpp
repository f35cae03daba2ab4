#include "check/row_report.h"

#include <algorithm>

#include "text/listing.h"

namespace factlint {
namespace {

/// The outcome of one claim about rows, made into its result and its findings.
class RowReport {
  public:
    explicit RowReport(const RowConclusion& given)
        : claim_(given.claim), file_(given.file), outcome_(given.outcome), values_(given.values),
          context_(given.context) {}

    void conclude(ClaimResult& result, std::vector<Finding>& findings) {
        const RowClaimTally& tally = outcome_.tally;
        result.evaluated = static_cast<std::uint32_t>(tally.evaluated);
        result.broken = static_cast<std::uint32_t>(tally.broken.count() + tally.failed.count());
        result.message = claim_.says.empty() ? std::string(claim_.assertion->source()) : claim_.says;
        const std::uint64_t judged = tally.evaluated - tally.unknown.count();
        if (!outcome_.missing.empty() || judged == 0) {
            result.verdict = Verdict::not_checked;
            result.reason = !outcome_.missing.empty() ? outcome_.missing
                            : tally.evaluated == 0    ? "no " + one() + " of " + file_.path() + " to look at"
                                                      : "a cell that it reads is empty in all rows";
            return;
        }
        if (tally.unknown.count() != 0) findings.push_back(empty_cells());
        if (tally.failed.count() != 0) findings.push_back(failed());
        result.verdict = result.broken == 0 || enough(judged) ? Verdict::holds : Verdict::broken;
        if (result.verdict != Verdict::broken || tally.broken.count() == 0) return;
        findings.push_back(broken());
        result.message = findings.back().message;
        result.derivation = findings.back().derivation;
    }

  private:
    bool enough(std::uint64_t judged) const {
        const std::uint64_t held = judged - outcome_.tally.broken.count() - outcome_.tally.failed.count();
        const auto number = [](std::uint64_t count) { return Number(static_cast<std::int64_t>(count)); };
        return claim_.at_least && number(held) >= *claim_.at_least * number(judged);
    }

    std::string one() const { return claim_.by.empty() ? "row" : "group"; }

    std::string share(const Tally& tally) const {
        return grouped(std::to_string(tally.count())) + " of " + counted(outcome_.tally.evaluated, one());
    }

    Finding finding(std::string id, Severity severity, const std::string& message, const Tally& tally) {
        Finding made;
        made.id = std::move(id);
        made.severity = severity;
        made.message = message;
        made.help = claim_.why;
        for (const KeptRow& row : tally.rows()) {
            const Place place = file_.place(row, context_.corpus.sources());
            if (!made.primary)
                made.primary = place;
            else
                made.related.push_back({place, ""});
        }
        return made;
    }

    Finding empty_cells() {
        return finding("empty-cells", Severity::note,
                       claim_.id + ": " + share(outcome_.tally.unknown) +
                           " not checked: a cell that it reads is empty or not of its type",
                       outcome_.tally.unknown);
    }

    Finding failed() {
        Finding made =
            finding(claim_.id, claim_.severity, share(outcome_.tally.failed) + ": " + outcome_.tally.error,
                    outcome_.tally.failed);
        made.related.push_back({claim_.assertion_place, "what is asked of each " + one()});
        const auto& fields = outcome_.claim.fields;
        const bool undeclared = std::any_of(fields.begin(), fields.end(),
                                            [](const RowField& field) { return field.check == nullptr; });
        if (undeclared) made.help = "say what the columns hold: `columns: {NAME: decimal}` beside `table`";
        return made;
    }

    /// The first row is explained; others show their own arithmetic in few words.
    Finding broken() {
        const auto rows = outcome_.tally.broken.rows();
        Finding made = explain(rows.front());
        made.message = (claim_.says.empty() ? "" : claim_.says + ": ") + share(outcome_.tally.broken) + ": " +
                       made.message;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const Finding other = explain(rows[i]);
            made.related.push_back({*other.primary, other.message});
        }
        return made;
    }

    Finding explain(const KeptRow& kept) {
        const RowBatch batch = batch_of(kept);
        const Place place = file_.place(kept, context_.corpus.sources());
        const std::uint32_t moved = place.span.begin - kept.part.begin;
        RowValue row(outcome_.claim);
        const expr::Object& object = row.set(batch, 0, file_.syntax());
        ClaimValues values = values_;
        values.row = &object;
        BoundMatch group;
        if (const auto found = outcome_.groups.find(kept.base); found != outcome_.groups.end()) {
            values.row_name = "group";
            for (const auto& [variable, value] : found->second) {
                group.values.push_back({variable, value});
                group.values.back().value.origin = context_.operands.add({place, {}, nullptr, {}, {}});
            }
            values.match = &group;
        }
        for (std::size_t field = 0; field < outcome_.claim.fields.size(); ++field) {
            const std::uint32_t column = outcome_.claim.fields[field].column;
            const Span cell = row.cell(field);
            const Span moved_cell{cell.begin + moved, cell.end + moved};
            const Place at{place.source, column < kept.places.size() ? kept.places[column] : moved_cell};
            row.stated(field).origin = context_.operands.add({at, {}, nullptr, {}, {}});
            if (is_asserted(outcome_.claim.fields[field].name)) values.row_places.push_back(at);
        }
        Finding finding = explain_row(claim_, values, context_);
        look_at_row(finding, place.source);
        if (!claim_.by.empty()) finding.message = group_name(row) + ": " + finding.message;
        return finding;
    }

    /// Whether the cell is read by what is asserted, not only to choose rows; all are where that reads none.
    bool is_asserted(const std::string& field) const {
        const auto uses = expr::fields_of(*claim_.assertion, claim_.by.empty() ? "row" : "group").fields;
        return uses.empty() || std::any_of(uses.begin(), uses.end(), [&](const expr::FieldUse& use) {
                   return (use.field + ".").starts_with(field + ".");
               });
    }

    /// The reader looks at the cell, not at the document that it is compared with.
    void look_at_row(Finding& finding, SourceId row) const {
        if (finding.primary->source == row) return;
        const auto cell = std::find_if(finding.related.begin(), finding.related.end(),
                                       [&](const Related& other) { return other.place.source == row; });
        if (cell == finding.related.end()) return;
        std::swap(*finding.primary, cell->place);
        cell->message = std::string(context_.corpus.sources().text(cell->place));
    }

    /// "region EU, year 2024"
    std::string group_name(const RowValue& group) const {
        std::string name;
        for (std::size_t i = 0; i < outcome_.claim.fields.size(); ++i)
            name += (name.empty() ? "" : ", ") + outcome_.claim.fields[i].name + " " +
                    expr::describe(group.value(i));
        return name;
    }

    const Claim& claim_;
    const TableFile& file_;
    const TableResult::RowOutcome& outcome_;
    const ClaimValues& values_;
    BindContext& context_;
};

}  // namespace

void conclude_rows(const RowConclusion& given, ClaimResult& result, std::vector<Finding>& findings) {
    RowReport(given).conclude(result, findings);
}

}  // namespace factlint
