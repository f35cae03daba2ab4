#include "check/table/table_check.h"

#include <algorithm>
#include <mutex>
#include <thread>

#include "check/table/table_findings.h"
#include "check/table/table_keys.h"
#include "check/table/table_pass.h"
#include "text/listing.h"

namespace factlint {
namespace {

/// Takes every batch of a file, with as many threads as wanted: they read in turns and look at once.
template <class Part> void for_each_batch(TableFile& file, std::vector<Part>& parts) {
    RowSource source = file.rows();
    std::mutex turn;
    const auto work = [&](Part& part) {
        RowBatch batch;
        for (;;) {
            {
                const std::lock_guard lock(turn);
                if (!source.take(batch)) return;
            }
            source.scan(batch);
            part.take(batch);
        }
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < parts.size(); ++i) others.emplace_back(work, std::ref(parts[i]));
    work(parts.front());
    for (std::thread& other : others) other.join();
}

class TableChecker {
  public:
    TableChecker(TableFile& file, const TableRequest& request, Sources& sources,
                 std::vector<Finding>& findings)
        : file_(file), request_(request), findings_(findings), report_(file, sources, findings) {}

    TableResult run() {
        result_.aggregates.resize(request_.aggregates.size());
        if (!read_header()) return nothing_read();
        result_.columns = file_.columns();
        report_.report_header(result_.columns);
        report_.report_dialect(file_);
        for (const auto& file : file_.files()) report_.report_dialect(*file);
        make_plan();
        std::vector<TablePass> parts;
        parts.reserve(plan_.threads);
        while (parts.size() < plan_.threads) parts.emplace_back(plan_);
        for_each_batch(file_, parts);
        if (auto failure = file_.failure()) findings_.push_back(std::move(*failure));
        for (std::size_t i = 1; i < parts.size(); ++i) parts.front().merge(std::move(parts[i]));
        conclude(parts.front());
        return std::move(result_);
    }

  private:
    TableResult nothing_read() {
        for (TableResult::Computed& computed : result_.aggregates)
            computed.missing = file_.path() + " is empty";
        for (const WantedRowClaim& wanted : request_.claims)
            result_.claims.push_back({{wanted.assertion, wanted.where, {}, wanted.others},
                                      RowClaimTally(request_.look.most_places),
                                      file_.path() + " is empty"});
        return std::move(result_);
    }

    bool read_header() {
        if (!file_.columns().empty()) return true;
        findings_.push_back(empty_file(file_.path()));
        return false;
    }

    std::optional<std::uint32_t> find_column(const std::string& name) const {
        for (std::uint32_t i = 0; i < result_.columns.size(); ++i)
            if (result_.columns[i].name == name) return i;
        return std::nullopt;
    }

    void make_plan() {
        plan_.syntax = plan_.key_cells.syntax = file_.syntax();
        plan_.threads = std::max(1u, request_.look.threads);
        plan_.delimited = file_.is_delimited();
        plan_.blame = request_.look.split != nullptr;
        plan_.width = static_cast<std::uint32_t>(result_.columns.size());
        plan_.most_rows = request_.look.most_places;
        plan_.shapes = request_.shapes;
        for (const Column& column : request_.columns) plan_column(column);
        check_columns();
        for (const std::vector<std::string>& names : request_.unique) plan_key(names, std::nullopt);
        for (const WantedForeignKey& key : request_.foreign_keys) plan_foreign_key(key);
        constexpr std::uint64_t bytes_of_hash = 16;  // 8, and room for the sets of other threads
        plan_.most_hashes = std::max<std::uint64_t>(
            request_.look.memory / bytes_of_hash / std::max<std::size_t>(plan_.keys.size(), 1), 1024);
        declared_ = plan_.columns.size();
        for (std::size_t i = 0; i < request_.aggregates.size(); ++i) plan_aggregate(i);
        for (const WantedRowClaim& claim : request_.claims)
            for (const auto& [variable, call] : claim.calls) column_of(call);
        for (std::size_t i = 0; i < checks_.size(); ++i) plan_.columns[i].check = &checks_[i];
        for (std::uint32_t key = 0; key < plan_.keys.size(); ++key) keys_with(plan_.keys[key]).push_back(key);
        for (const WantedRowClaim& claim : request_.claims) plan_claim(claim);
    }

    void plan_column(const Column& column) {
        const auto index = find_column(column.name);
        if (!index) {
            if (!request_.columns_may_lack)
                report_.report_missing_column(column.name, column.place.value_or(Place{}), result_.columns);
            return;
        }
        checks_.emplace_back(column, findings_);
        plan_.columns.emplace_back().index = *index;
        plan_.key_cells.missing.resize(result_.columns.size());
        plan_.key_cells.missing[*index] = &column.missing;
        if (column.order != ColumnOrder::none || column.step) {
            plan_.columns.back().sequence = static_cast<std::uint32_t>(plan_.sequences.size());
            plan_.sequences.push_back(&column);
        }
        if (column.unique) plan_key({column.name}, column.place);
    }

    /// Columns that the declaration does not know, and their order.
    void check_columns() {
        std::vector<std::string> declared;
        for (const Column& column : request_.columns) declared.push_back(column.name);
        for (const TableColumn& column : result_.columns)
            if (!request_.others_allowed && !is_declared(column.name))
                report_.report_unexpected_column(column, declared);
        if (!request_.ordered) return;
        for (std::size_t i = 0; i < std::min(declared.size(), result_.columns.size()); ++i)
            if (result_.columns[i].name != declared[i] && find_column(declared[i]) &&
                is_declared(result_.columns[i].name))
                return report_.report_column_order(result_.columns[i], declared[i]);
    }

    /// Where a key belongs: to the planned column that it is alone, or to the other keys.
    std::vector<std::uint32_t>& keys_with(const std::vector<std::uint32_t>& key) {
        for (TablePlan::PlannedColumn& column : plan_.columns)
            if (key.size() == 1 && column.index == key.front()) return column.keys;
        return plan_.other_keys;
    }

    void plan_foreign_key(const WantedForeignKey& wanted) {
        TablePlan::ForeignKey key;
        key.keys = &wanted.keys;
        for (const std::string& name : wanted.fields) {
            if (const auto index = find_column(name))
                key.columns.push_back(*index);
            else if (!is_declared(name))
                report_.report_missing_column(name, wanted.place.value_or(Place{}), result_.columns);
        }
        if (key.columns.size() == wanted.fields.size()) {
            plan_.foreign_keys.push_back(std::move(key));
            foreign_.push_back(&wanted);
        }
    }

    /// Whether plan_column() has said whether it is there.
    bool is_declared(const std::string& name) const {
        return std::any_of(request_.columns.begin(), request_.columns.end(),
                           [&](const Column& column) { return column.name == name; });
    }

    void plan_key(const std::vector<std::string>& names, std::optional<Place> place) {
        std::vector<std::uint32_t> key;
        for (const std::string& name : names) {
            const auto index = find_column(name);
            if (!index) return report_.report_missing_column(name, place.value_or(Place{}), result_.columns);
            key.push_back(*index);
        }
        if (std::find(plan_.keys.begin(), plan_.keys.end(), key) == plan_.keys.end())
            plan_.keys.push_back(std::move(key));
    }

    /// The planned column behind a call. One that nobody declared is read as numbers, or as it stands where a call only counts.
    std::optional<std::size_t> column_of(const WantedAggregate& wanted) {
        const auto index = find_column(wanted.column);
        if (!index) return std::nullopt;
        const auto function = wanted.call.function;
        const bool counts = function == AggregateFunction::count || function == AggregateFunction::distinct;
        const ColumnType type = counts ? ColumnType::any : ColumnType::number;
        for (std::size_t i = 0; i < plan_.columns.size(); ++i)
            if (plan_.columns[i].index == *index && (i < declared_ || checks_[i].column().type == type))
                return i;
        Column column;
        column.name = wanted.column;
        column.type = type;
        checks_.emplace_back(column, findings_);
        plan_.columns.emplace_back().index = *index;
        return plan_.columns.size() - 1;
    }

    void plan_aggregate(std::size_t wanted) {
        const WantedAggregate& aggregate = request_.aggregates[wanted];
        auto& computed = result_.aggregates[wanted];
        computed.place = result_.columns.front().place;
        plan_.aggregates.push_back(aggregate.call);
        columns_of_.push_back(std::nullopt);
        if (aggregate.call.function == AggregateFunction::rows) return;
        const auto column = column_of(aggregate);
        if (!column) {
            computed.missing = report_missing(aggregate.column, aggregate.place);
            return;
        }
        computed.place = result_.columns[plan_.columns[*column].index].place;
        plan_.columns[*column].aggregates.push_back(static_cast<std::uint32_t>(wanted));
        columns_of_.back() = column;
    }

    /// Says that a column is not there.
    std::string report_missing(const std::string& name, Place place) {
        report_.report_missing_column(name, place, result_.columns);
        return file_.path() + " has no column " + name;
    }

    /// The column that the path of a field begins with, the longest: "amount" of amount.number. Where there is none, as much of
    /// the path as was meant to name one.
    std::string column_in(const std::string& path) const {
        for (const std::string& name : beginnings(path)) {
            const bool goes_on = name != path && file_.holds_objects(name);
            if (!goes_on && find_column(name)) return name;
        }
        const bool points = std::any_of(result_.columns.begin(), result_.columns.end(), has_point);
        return points || !file_.inside().empty() ? path : path.substr(0, path.find('.'));
    }

    static bool has_point(const TableColumn& column) { return column.name.find('.') != std::string::npos; }

    /// The columns of paths, each once.
    std::vector<WantedField> columns_in(const std::vector<WantedField>& paths) const {
        std::vector<WantedField> columns;
        for (const auto& [path, place] : paths) {
            const std::string name = column_in(path);
            const auto same = [&](const WantedField& known) { return known.first == name; };
            if (std::none_of(columns.begin(), columns.end(), same)) columns.emplace_back(name, place);
        }
        return columns;
    }

    /// The cells behind the names; what is missing, where one is not there.
    std::string plan_fields(const std::vector<WantedField>& wanted, std::vector<RowField>& fields) {
        std::string missing;
        for (const auto& [name, place] : wanted) {
            const auto index = find_column(name);
            if (!index) {
                missing = report_missing(name, place);
                continue;
            }
            const auto end = plan_.columns.begin() + static_cast<std::ptrdiff_t>(declared_);
            const auto known =
                std::find_if(plan_.columns.begin(), end,
                             [&](const TablePlan::PlannedColumn& column) { return column.index == *index; });
            fields.push_back({name, *index, known == end ? nullptr : known->check});
        }
        return missing;
    }

    std::string plan_calls(const WantedRowClaim& wanted, GroupClaim& claim) {
        std::string missing;
        for (const auto& [variable, call] : wanted.calls) {
            GroupClaim::Call& planned = claim.calls.emplace_back();
            planned.variable = variable;
            planned.call = call.call;
            if (call.call.function == AggregateFunction::rows) continue;
            if (const auto column = column_of(call)) {
                planned.column = plan_.columns[*column].index;
                planned.check = plan_.columns[*column].check;
            } else {
                missing = report_missing(call.column, call.place);
            }
        }
        return missing;
    }

    void plan_claim(const WantedRowClaim& wanted) {
        RowClaim rows{wanted.assertion, wanted.where, {}, wanted.others};
        std::string missing = plan_fields(columns_in(wanted.fields), rows.fields);
        if (wanted.by.empty()) {
            if (missing.empty()) plan_.claims.push_back(rows);
            return result_.claims.push_back(
                {std::move(rows), RowClaimTally(plan_.most_rows), std::move(missing)});
        }
        GroupClaim claim{std::move(rows), {wanted.assertion, nullptr, {}, wanted.others}, {}};
        for (const std::string& also :
             {plan_fields(wanted.by, claim.group.fields), plan_calls(wanted, claim)})
            if (missing.empty()) missing = also;
        result_.claims.push_back({claim.group, RowClaimTally(plan_.most_rows), missing});
        if (missing.empty()) plan_.groups.push_back(std::move(claim));
    }

    void conclude(TablePass& pass) {
        result_.blamed = std::move(pass.blamed());
        result_.rows = pass.rows();
        result_.rows_by_file = pass.rows_by_file();
        report_no_rows();
        report_.report_rows(pass, plan_.width);
        for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
            report_.report_column(pass, i, checks_[i]);
            if (!plan_.shapes && pass.rows() > 0 && pass.filled(i) == 0)
                report_.report_empty_column(result_.columns[plan_.columns[i].index],
                                            !plan_.columns[i].aggregates.empty());
        }
        for (std::uint32_t i = 0; plan_.shapes && i < plan_.width; ++i)
            report_.report_shapes(pass, i, result_.columns[i]);
        for (std::size_t key = 0; key < plan_.keys.size(); ++key) check_key(pass, key);
        for (std::size_t i = 0; i < plan_.sequences.size(); ++i) {
            const auto blamed = pass.sequence(i).finish();
            if (plan_.blame) result_.blamed.insert(result_.blamed.end(), blamed.begin(), blamed.end());
            report_.report_sequence(pass.sequence(i), *plan_.sequences[i], pass.rows());
        }
        for (std::size_t key = 0; key < foreign_.size(); ++key)
            report_.report_foreign_key(pass.foreign_key(key), *foreign_[key],
                                       {plan_.foreign_keys[key].columns, pass.rows()});
        for (std::size_t i = 0; i < request_.aggregates.size(); ++i) compute(pass, i);
        std::size_t rows = 0, groups = 0;
        for (std::size_t i = 0; i < result_.claims.size(); ++i) {
            if (!result_.claims[i].missing.empty()) continue;
            if (request_.claims[i].by.empty())
                result_.claims[i].tally = pass.claim(rows++);
            else
                conclude_groups(pass.groups(groups++), result_.claims[i]);
        }
        result_.checks = std::move(checks_);
    }

    void report_no_rows() {
        if (file_.files().empty() && result_.rows == 0) report_.report_no_rows(file_);
        for (std::size_t i = 0; i < file_.files().size(); ++i)
            if (i >= result_.rows_by_file.size() || result_.rows_by_file[i] == 0)
                report_.report_no_rows(*file_.files()[i]);
    }

    void conclude_groups(Groups& groups, TableResult::RowOutcome& outcome) {
        GroupOutcome found = groups.evaluate(plan_.syntax, plan_.most_rows);
        outcome.tally = std::move(found.tally);
        outcome.groups = std::move(found.values);
        if (found.overflow)
            outcome.missing =
                file_.path() + " has more than " + grouped(std::to_string(Groups::most)) + " groups";
    }

    void compute(TablePass& pass, std::size_t wanted) {
        auto& computed = result_.aggregates[wanted];
        if (request_.aggregates[wanted].call.function == AggregateFunction::rows) {
            computed.value = bare(Number(static_cast<std::int64_t>(pass.rows())));
            return;
        }
        if (!columns_of_[wanted]) return;
        const std::size_t column = *columns_of_[wanted];
        if (const std::uint64_t wrong = pass.fault(column, CellFault::wrong_type).count(); wrong != 0) {
            computed.missing = checks_[column].column().name + " of " + file_.path() + " has " +
                               counted(wrong, "cell") + " not of its type";
            return;
        }
        computed.value = pass.aggregate(wanted).result(checks_[column].column());
        if (!computed.value)
            computed.missing =
                checks_[column].column().name + " of " + file_.path() + " has no values for it";
    }

    void check_key(TablePass& pass, std::size_t key) {
        std::string name;
        for (const std::uint32_t column : plan_.keys[key])
            name += (name.empty() ? "" : ", ") + result_.columns[column].name;
        const RepeatedKeys repeated = find_repeated_keys(file_, plan_, key, pass.key(key));
        result_.blamed.insert(result_.blamed.end(), repeated.blamed.begin(), repeated.blamed.end());
        report_.report_keys(name, repeated, {plan_.keys[key], pass.rows()});
    }

    TableFile& file_;
    const TableRequest& request_;
    std::vector<Finding>& findings_;
    TableFindings report_;
    TableResult result_;
    TablePlan plan_;
    std::vector<const WantedForeignKey*> foreign_;        ///< of plan_.foreign_keys
    std::vector<ColumnCheck> checks_;                     ///< of plan_.columns
    std::vector<std::optional<std::size_t>> columns_of_;  ///< of the aggregates, into plan_.columns
    std::size_t declared_ = 0;                            ///< columns of plan_.columns that somebody declared
};

}  // namespace

std::optional<std::vector<std::uint64_t>> keys_of(TableFile& file, const std::vector<std::string>& names) {
    std::vector<std::uint32_t> columns;
    for (const std::string& name : names) {
        const auto column = std::find_if(file.columns().begin(), file.columns().end(),
                                         [&](const TableColumn& each) { return each.name == name; });
        if (column == file.columns().end()) return std::nullopt;
        columns.push_back(static_cast<std::uint32_t>(column - file.columns().begin()));
    }
    std::vector<std::uint64_t> keys;
    RowSource source = file.rows();
    RowBatch batch;
    std::string scratch;
    while (source.next(batch))
        for (std::uint32_t row = batch.first; row < batch.row_count(); ++row)
            if (const auto hash = key_hash(batch, row, columns, {file.syntax()}, scratch))
                keys.push_back(*hash);
    std::sort(keys.begin(), keys.end());
    return keys;
}

TableResult check_table(TableFile& file, const TableRequest& request, Sources& sources,
                        std::vector<Finding>& findings) {
    return TableChecker(file, request, sources, findings).run();
}

}  // namespace factlint
