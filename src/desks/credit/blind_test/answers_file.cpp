#include "desks/credit/blind_test/answers_file.hpp"

#include <map>
#include <unordered_map>

#include "desks/credit/blind_test/answering.hpp"
#include "desks/credit/portfolio/buyer.hpp"

namespace credit::blind_test {
namespace {

using tables::Kind;
using tables::Need;

constexpr std::string_view offered = "Accord total;Accord partiel;Sous condition;Refus;Insolvabilité seule;À l’étude";

constexpr tables::Column columns[] = {
    {.key = "test", .label = "Test", .need = Need::value},
    {.key = "line", .label = "N°", .kind = Kind::number, .need = Need::value, .other_names = "n;numéro;no"},
    {.key = "name", .label = "Acheteur"},
    {.key = "identifier", .label = "Identifiant"},
    {.key = "country", .label = "Pays"},
    {.key = "asked", .label = "Encours demandé", .kind = Kind::amount},
    {.key = "terms", .label = "Délai (jours)", .kind = Kind::number},
    {.key = "choice", .label = "Réponse", .kind = Kind::choice, .need = Need::column, .choices = offered},
    {.key = "amount", .label = "Montant accordé", .kind = Kind::amount, .need = Need::column},
    {.key = "condition", .label = "Condition", .most = 300},
    {.key = "valid_until", .label = "Valable jusqu’au", .kind = Kind::day},
    {.key = "revision", .label = "Version", .kind = Kind::number},
};

class FileReader {
 public:
  FileReader(Answering& answering, std::vector<TestLine> lines, base::Day today)
      : answering_(answering), lines_(std::move(lines)), today_(today) {}

  int read(tables::RowReader& row) {
    const TestLine* line = line_of(row);
    const auto answer = line == nullptr ? std::nullopt : answer_in(row, *line);
    const auto revision = row.number("revision");
    if (!row.sound() || !answer) return 0;
    const auto taken = answering_.take(*line, *answer, revision ? static_cast<int>(*revision) : -1, validity_typed_);
    if (!taken) row.refuse("choice", {taken.refusal().code, {}, taken.refusal().details});
    return 0;
  }

 private:
  const TestLine* line_of(tables::RowReader& row) {
    const auto number = row.number("line");
    const auto identifier = row.text("identifier");
    if (!number) return nullptr;
    const bool known = *number >= 1 && *number <= static_cast<std::int64_t>(lines_.size());
    const TestLine* line = known ? &lines_[static_cast<std::size_t>(*number) - 1] : nullptr;
    if (line == nullptr || (identifier && *identifier != line->identifier)) {
      row.refuse("line", {other_line});
      return nullptr;
    }
    const auto [before, first] = seen_.emplace(line->line, row.line());
    if (!first) row.refuse("line", {line_twice, {}, {std::to_string(before->second)}});
    return line;
  }
  std::optional<Answer> answer_in(tables::RowReader& row, const TestLine& line) {
    std::vector<std::string_view> labels;
    for (const Choice& choice : choices()) labels.push_back(choice.label);
    const auto chosen = row.choice("choice", labels);
    const auto amount = row.amount("amount");
    const auto condition = row.text("condition");
    const auto typed_day = row.day("valid_until");
    validity_typed_ = typed_day.has_value();
    if (amount && amount->cents < 0) row.refuse("amount", {bad_amount, {}, {line.name}});
    if (typed_day && *typed_day < today_) row.refuse("valid_until", {past_day});
    if (!row.sound()) return std::nullopt;
    const auto answer = answer_of({chosen ? choices()[*chosen].text : std::string_view(), amount,
                                   condition ? std::string_view(*condition) : std::string_view()},
                                  line, typed_day.value_or(today_ + answer_validity.value()));
    if (answer) return *answer;
    const std::string_view column = answer.refusal().field == "c" ? "condition" : "amount";
    row.refuse(column, {answer.refusal().code, {}, answer.refusal().details});
    return std::nullopt;
  }

  Answering& answering_;
  std::vector<TestLine> lines_;
  base::Day today_;
  std::unordered_map<int, int> seen_;  // line of the test → row of the file
  bool validity_typed_ = false;
};

// A file of another test is no answer to this one, whatever its rows say.
std::optional<base::Refusal> objection(const tables::Grid& grid, const tables::Mapping& mapping,
                                       const BlindTest& test) {
  const auto at = mapping.columns.front();
  for (std::size_t i = mapping.first_row; i < grid.lines.size(); ++i) {
    const auto& cells = grid.lines[i].cells;
    if (at && *at < cells.size() && !cells[*at].empty() && cells[*at].text != test.code)
      return base::Refusal{other_test, "file", {cells[*at].text, test.code}};
  }
  return std::nullopt;
}

}  // namespace

std::string answers_file(const std::string& code, const std::vector<TestLine>& lines,
                         const std::vector<KeptAnswer>& answers) {
  std::unordered_map<int, const KeptAnswer*> by_line;
  for (const KeptAnswer& answer : answers) by_line.emplace(answer.line, &answer);
  const auto writer = tables::open_writer(tables::Format::xlsx, code, columns);
  for (const TestLine& line : lines) {
    const auto found = by_line.find(line.line);
    const KeptAnswer* answer = found == by_line.end() ? nullptr : found->second;
    const auto choice = label_of_choice(choice_of(answer));
    const bool amount = answer != nullptr && answer->amount.cents > 0;
    const bool until = answer != nullptr && answer->valid_until;
    writer->add({code, std::int64_t{line.line}, line.name, line.identifier,
                 std::string(portfolio::country_name(line.country)), line.asked, std::int64_t{line.terms_days},
                 choice.empty() ? tables::Value() : tables::Value(std::string(choice)),
                 amount ? tables::Value(answer->amount) : tables::Value(),
                 answer == nullptr || answer->conditions.empty() ? tables::Value() : tables::Value(answer->conditions),
                 until ? tables::Value(*answer->valid_until) : tables::Value(),
                 std::int64_t{answer == nullptr ? 0 : answer->revision}});
  }
  return writer->finish();
}

base::Outcome<Filed> file_answers(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  const tables::Grid& grid) {
  const auto mapping = tables::map_header(grid, columns);
  if (!mapping) return base::Refusal{mapping.refusal().code, "file", mapping.refusal().details};
  return platform.act(by.author(), [&](platform::Act& act) -> base::Outcome<Filed> {
    auto opened = Answering::open(act, by, id);
    if (!opened) return opened.refusals();
    Answering answering = std::move(opened).value();
    if (const auto wrong = objection(grid, *mapping, answering.test())) return *wrong;
    FileReader reader(answering, lines_of(act.tx, answering.test().id), base::paris::day_of(act.now));
    auto taken =
        tables::take_rows<int>(grid, *mapping, columns, [&](tables::RowReader& row) { return reader.read(row); });
    answering.finish();
    return Filed{answering.kept(), std::move(taken.problems)};
  });
}

}  // namespace credit::blind_test
