#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "base/words.hpp"
#include "floor/payments/bank_file.hpp"

namespace payments {
namespace {

constexpr base::Word<Direction> directions[] = {
    {Direction::credit, "credit", "Crédit"},
    {Direction::debit, "debit", "Débit"},
};

// Neither may stand in an XML text.
constexpr char end_of_field = '\x1f';
constexpr char end_of_record = '\x1e';
constexpr std::array codes{not_xml, unknown_message, against_schema, too_many_lines};

class Writer {
 public:
  Writer& field(std::string_view text) {
    for (const char c : text)
      if (c != end_of_field && c != end_of_record) text_ += c;
    text_ += end_of_field;
    return *this;
  }
  Writer& field(std::int64_t number) { return field(std::string_view(std::to_string(number))); }
  Writer& field(const std::optional<base::Money>& amount) {
    return field(std::string_view(amount ? std::to_string(amount->cents) : std::string()));
  }
  Writer& field(const std::optional<base::Day>& day) {
    return field(std::string_view(day ? day->iso() : std::string()));
  }
  void end() { text_ += end_of_record; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// Fields of one record, in order; `sound` falls at the first that is not what it should be.
class Record {
 public:
  explicit Record(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find(end_of_field);
      if (end == std::string_view::npos) {
        sound_ = false;
        return;
      }
      fields_.push_back(text.substr(0, end));
      text.remove_prefix(end + 1);
    }
  }
  std::string text() {
    constexpr std::size_t longest = 2'000;
    if (at_ >= fields_.size() || fields_[at_].size() > longest || !base::valid_utf8(fields_[at_])) {
      sound_ = false;
      return {};
    }
    return std::string(fields_[at_++]);
  }
  std::int64_t number() { return number_in(text()); }
  std::optional<base::Money> money() {
    const std::string field = text();
    if (field.empty()) return std::nullopt;
    return base::Money{number_in(field)};
  }
  std::optional<base::Day> day() {
    const std::string field = text();
    if (field.empty()) return std::nullopt;
    const auto day = base::Day::from_iso(field);
    if (!day) sound_ = false;
    return day;
  }
  bool sound() const { return sound_ && at_ == fields_.size(); }
  void fail() { sound_ = false; }

 private:
  std::int64_t number_in(std::string_view field) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(field.data(), field.data() + field.size(), value);
    constexpr std::int64_t most = 1'000'000'000'000'000'000;
    if (problem != std::errc() || end != field.data() + field.size() || value > most || value < -most) sound_ = false;
    return value;
  }

  std::vector<std::string_view> fields_;
  std::size_t at_ = 0;
  bool sound_ = true;
};

void write(Writer& out, const BankLine& line) {
  out.field("line").field(line.reference).field(line.end_to_end_id).field(line.group_id);
  out.field(to_text(line.direction)).field(std::int64_t{line.is_return}).field(line.reason_code);
  out.field(line.amount.cents).field(line.currency).field(line.day).field(line.party).field(line.remittance).end();
}

void write(Writer& out, const AccountReport& report) {
  out.field("report").field(report.own_iban).field(report.id).field(report.number).field(report.until);
  out.field(report.opening).field(report.closing).field(report.moved.cents).end();
  for (const BankLine& line : report.lines) write(out, line);
}

void write(Writer& out, const Status& status) {
  out.field("status").field(status.group_id).field(status.end_to_end_id).field(status.code);
  out.field(status.reason_code).field(status.amount).end();
}

BankLine read_line(Record& record) {
  BankLine line;
  line.reference = record.text();
  line.end_to_end_id = record.text();
  line.group_id = record.text();
  const auto direction = direction_from_text(record.text());
  if (!direction) record.fail();
  line.direction = direction.value_or(Direction::credit);
  line.is_return = record.number() != 0;
  line.reason_code = record.text();
  line.amount = base::Money{record.number()};
  if (line.amount.cents < 0) record.fail();
  line.currency = record.text();
  line.day = record.day();
  line.party = record.text();
  line.remittance = record.text();
  return line;
}

AccountReport read_report(Record& record) {
  AccountReport report;
  report.own_iban = record.text();
  report.id = record.text();
  report.number = static_cast<int>(record.number());
  report.until = record.day();
  report.opening = record.money();
  report.closing = record.money();
  report.moved = base::Money{record.number()};
  return report;
}

Status read_status(Record& record) {
  Status status;
  status.group_id = record.text();
  status.end_to_end_id = record.text();
  status.code = record.text();
  status.reason_code = record.text();
  status.amount = record.money();
  return status;
}

bool take(BankFile& file, Record& record) {
  const std::string kind = record.text();
  if (kind == "file") {
    file.message = record.text();
    file.message_id = record.text();
    file.original_message_id = record.text();
  } else if (kind == "report") {
    file.reports.push_back(read_report(record));
  } else if (kind == "line" && !file.reports.empty()) {
    file.reports.back().lines.push_back(read_line(record));
  } else if (kind == "status") {
    file.statuses.push_back(read_status(record));
  } else {
    return false;
  }
  return record.sound();
}

base::Outcome<BankFile> read_refusal(Record& record) {
  const std::string name = record.text();
  const std::int64_t count = record.number();
  base::Refusal refusal{file_not_read};
  for (const base::RefusalCode& code : codes)
    if (code.name == name) refusal.code = code;
  constexpr std::int64_t most_details = 3;
  for (std::int64_t i = 0; i < std::min(count, most_details); ++i) refusal.details.push_back(record.text());
  if (!record.sound()) return file_not_read;
  return refusal;
}

}  // namespace

std::string_view to_text(Direction direction) { return base::word_of(directions, direction).text; }
std::optional<Direction> direction_from_text(std::string_view text) { return base::value_of(directions, text); }

std::string encode(const base::Outcome<BankFile>& read) {
  Writer out;
  if (!read) {
    const base::Refusal& refusal = read.refusal();
    out.field("refused").field(refusal.code.name).field(static_cast<std::int64_t>(refusal.details.size()));
    for (const std::string& detail : refusal.details) out.field(detail);
    out.end();
    return out.take();
  }
  out.field("file").field(read->message).field(read->message_id).field(read->original_message_id).end();
  for (const AccountReport& report : read->reports) write(out, report);
  for (const Status& status : read->statuses) write(out, status);
  return out.take();
}

base::Outcome<BankFile> decode(std::string_view encoded) {
  BankFile file;
  bool first = true;
  while (!encoded.empty()) {
    const auto end = encoded.find(end_of_record);
    if (end == std::string_view::npos) return file_not_read;
    Record record(encoded.substr(0, end));
    constexpr std::string_view refused = "refused\x1f";
    if (first && encoded.starts_with(refused)) {
      static_cast<void>(record.text());
      return read_refusal(record);
    }
    if (!take(file, record)) return file_not_read;
    encoded.remove_prefix(end + 1);
    first = false;
  }
  if (file.message.empty()) return file_not_read;
  return file;
}

}  // namespace payments
