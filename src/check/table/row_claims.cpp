#include "check/table/row_claims.h"

#include <algorithm>

#include "check/table/cell_stated.h"
#include "check/table/row_kernel.h"

namespace factlint {

RowObject::RowObject(const std::vector<RowField>& fields) {
    levels_.try_emplace("");
    for (const RowField& field : fields) add(field.name);
    for (auto& [prefix, level] : levels_) level.object = {level.entries};
    for (auto& [prefix, level] : levels_)
        for (expr::Entry& entry : level.entries) {
            const auto below =
                levels_.find(prefix + std::string(std::get<std::string_view>(entry.key.data)) + ".");
            if (below != levels_.end()) entry.value = {below->second.object};
        }
    for (const RowField& field : fields) slots_.push_back(slots_of(field.name));
}

/// "a.b" is an entry of the whole, and "b" is one of "a.", which is an entry as well.
void RowObject::add(std::string_view name) {
    const auto entry = [&](std::string_view prefix, std::string_view key) {
        auto& entries = levels_.try_emplace(std::string(prefix)).first->second.entries;
        const auto same = [&](const expr::Entry& known) {
            return std::get<std::string_view>(known.key.data) == key;
        };
        if (std::none_of(entries.begin(), entries.end(), same)) entries.push_back({{key}, {}});
    };
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t point = std::min(name.find('.', begin), name.size());
        entry(name.substr(0, begin), name.substr(begin));
        if (point < name.size()) entry(name.substr(0, begin), name.substr(begin, point - begin));
        begin = point + 1;
    }
}

std::vector<RowObject::Slot> RowObject::slots_of(std::string_view name) {
    std::vector<Slot> slots;
    const auto below = levels_.find(std::string(name) + ".");
    for (auto& [prefix, level] : levels_) {
        if (!name.starts_with(prefix)) continue;
        for (expr::Entry& entry : level.entries)
            if (std::get<std::string_view>(entry.key.data) == name.substr(prefix.size()))
                slots.push_back({&entry.value, below == levels_.end() ? nullptr : &below->second});
    }
    return slots;
}

void RowObject::set(std::size_t field, const expr::Value& value) {
    const bool missing = std::holds_alternative<expr::Unknown>(value.data);
    for (const Slot& slot : slots_[field])
        *slot.value = slot.below && !missing ? expr::Value{slot.below->object} : value;
}

RowValue::RowValue(const RowClaim& claim)
    : claim_(claim), stated_(claim.fields.size()), texts_(claim.fields.size()), scratch_(claim.fields.size()),
      values_(claim.fields.size()), cells_(claim.fields.size()), object_(claim.fields) {}

const expr::Object& RowValue::set(const RowBatch& batch, std::uint32_t row, CellSyntax syntax) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const RowField& field = claim_.fields[i];
        if (field.column >= batch.width(row)) {
            cells_[i] = {};
            values_[i] = {expr::Unknown{field.name}};
        } else {
            const RowCell& cell = batch.cell(row, field.column);
            cells_[i] = {cell.begin, cell.end};
            const std::string_view raw = batch.raw(cell);
            const CellText text{cell_text(raw, syntax, texts_[i]), is_quoted(raw, syntax), syntax.json};
            values_[i] = cell_value(text, field.check, field.name, stated_[i], scratch_[i]);
        }
        object_.set(i, values_[i]);
    }
    return object_.object();
}

Span RowValue::hull() const {
    Span hull{UINT32_MAX, 0};
    for (const Span cell : cells_) {
        hull.begin = std::min(hull.begin, cell.begin);
        hull.end = std::max(hull.end, cell.end);
    }
    return hull.begin > hull.end ? Span{} : hull;
}

void RowClaimTally::merge(RowClaimTally&& other) {
    evaluated += other.evaluated;
    const auto earlier = [](const Tally& a, const Tally& b) {
        return b.count() == 0 || (a.count() != 0 && a.rows().front().base < b.rows().front().base);
    };
    if (!earlier(failed, other.failed)) error = std::move(other.error);
    broken.merge(std::move(other.broken));
    unknown.merge(std::move(other.unknown));
    failed.merge(std::move(other.failed));
}

namespace {

/// The expressions themselves, for one row after the other.
class SlowRows {
  public:
    SlowRows(const RowClaim& claim, const RowBatch& batch, CellSyntax syntax)
        : claim_(claim), batch_(batch), syntax_(syntax), value_(claim) {}

    expr::Value evaluate(const expr::Expression& expression, std::uint32_t row, expr::Arena& arena) {
        const expr::Object& object = value_.set(batch_, row, syntax_);
        const expr::Bindings bindings{[&](std::string_view name) {
                                          return name == "row" ? expr::Value{object}
                                                               : claim_.others(name, arena);
                                      },
                                      nullptr};
        return expr::evaluate(expression, bindings, arena);
    }

    /// Whether `where` chooses the row.
    bool chooses(std::uint32_t row) {
        expr::Arena arena;
        const expr::Value chosen = evaluate(*claim_.where, row, arena);
        const bool* truth = std::get_if<bool>(&chosen.data);
        return truth && *truth;
    }

    Span hull(std::uint32_t row) {
        value_.set(batch_, row, syntax_);
        return value_.hull();
    }

  private:
    const RowClaim& claim_;
    const RowBatch& batch_;
    CellSyntax syntax_;
    RowValue value_;
};

Answer answer(std::optional<RowKernel>& kernel, const RowBatch& batch, std::uint32_t row, CellSyntax syntax) {
    return kernel ? kernel->answer(batch, row, syntax) : Answer::ask;
}

}  // namespace

Tally* RowClaimTally::judge(const expr::Value& result) {
    ++evaluated;
    if (const bool* truth = std::get_if<bool>(&result.data)) return *truth ? nullptr : &broken;
    if (const auto* missing = std::get_if<expr::Unknown>(&result.data))
        return missing->name.empty() ? nullptr : &unknown;
    if (failed.count() == 0)
        if (const auto* fault = std::get_if<expr::Error>(&result.data)) error = fault->message;
    return &failed;
}

struct RowChoice::Parts {
    const RowBatch& batch;
    CellSyntax syntax;
    std::optional<RowKernel> kernel;
    SlowRows slow;
};

RowChoice::RowChoice(const RowClaim& claim, const RowBatch& batch, CellSyntax syntax) {
    if (claim.where)
        parts_ = std::make_unique<Parts>(Parts{batch, syntax, RowKernel::compile(*claim.where, claim.fields),
                                               SlowRows(claim, batch, syntax)});
}

RowChoice::~RowChoice() = default;

bool RowChoice::takes(std::uint32_t row) {
    if (!parts_) return true;
    const Answer chosen = answer(parts_->kernel, parts_->batch, row, parts_->syntax);
    return chosen == Answer::yes || (chosen == Answer::ask && parts_->slow.chooses(row));
}

void evaluate_rows(const RowClaim& claim, const RowBatch& batch, CellSyntax syntax, RowClaimTally& tally,
                   std::vector<std::uint64_t>* blamed) {
    auto kernel = RowKernel::compile(*claim.assertion, claim.fields);
    RowChoice choice(claim, batch, syntax);
    SlowRows slow(claim, batch, syntax);
    const auto count_in = [&](Tally& which, std::uint32_t row) {
        const std::uint64_t offset = batch.base + batch.row_span(row).begin;
        if (blamed && &which != &tally.unknown) blamed->push_back(offset);
        if (which.add(offset)) which.keep(keep_row(batch, row, slow.hull(row)));
    };
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row) {
        if (!choice.takes(row)) continue;
        const Answer quick = answer(kernel, batch, row, syntax);
        if (quick != Answer::ask) {
            ++tally.evaluated;
            if (quick == Answer::no) count_in(tally.broken, row);
            continue;
        }
        expr::Arena arena;
        if (Tally* which = tally.judge(slow.evaluate(*claim.assertion, row, arena))) count_in(*which, row);
    }
}

}  // namespace factlint
