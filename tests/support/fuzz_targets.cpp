#include "support/fuzz_targets.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "floor/gateways/returned_mail_rules.hpp"
#include "floor/payments/bank_file.hpp"
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/grid_codec.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "web/cookies.hpp"
#include "web/crypto.hpp"
#include "web/forms.hpp"
#include "web/json.hpp"
#include "web/multipart.hpp"
#include "web/percent.hpp"
#include "web/request_parser.hpp"

namespace support {

namespace {

// Writes the parts down, and asserts that the parser calls in order.
class Transcript final : public web::MultipartSink {
 public:
  void part_begin(web::MultipartPart part) override {
    MANDAT_ASSERT(!open_);
    open_ = true;
    MANDAT_ASSERT(base::valid_utf8(part.name));
    if (part.filename) MANDAT_ASSERT(part.filename->find('/') == std::string::npos && part.filename->size() <= 255);
    text += "<" + part.name + "|" + part.filename.value_or("-") + "|" + part.content_type + ">";
  }
  void part_bytes(std::string_view bytes) override {
    MANDAT_ASSERT(open_ && !bytes.empty());
    text += bytes;
  }
  void part_end() override {
    MANDAT_ASSERT(open_);
    open_ = false;
    text += "<end>";
  }

  std::string text;

 private:
  bool open_ = false;
};

std::string read_parts(std::string_view body, std::size_t step) {
  Transcript parts;
  web::MultipartParser parser("b", parts);
  for (std::size_t at = 0; at < body.size(); at += step)
    if (!parser.feed(body.substr(at, step))) return "malformed";
  return parts.text + (parser.complete() ? "" : "<incomplete>");
}

void check_multipart(std::string_view input) {
  const std::string whole = read_parts(input, std::max<std::size_t>(input.size(), 1));
  MANDAT_ASSERT(read_parts(input, 1) == whole);
  MANDAT_ASSERT(read_parts(input, 7) == whole);
  if (const auto boundary = web::multipart_boundary(input))
    MANDAT_ASSERT(!boundary->empty() && boundary->size() <= 70 &&
                  boundary->find_first_of("\r\n\"") == std::string::npos);
}

void check_form(std::string_view input) {
  const auto fields = web::parse_form(input);
  if (!fields) return;
  std::string again;
  for (const auto& [name, value] : fields->pairs()) {
    MANDAT_ASSERT(base::valid_utf8(name) && base::valid_utf8(value) && value.find('\0') == std::string::npos);
    again += web::encode_percent(name) + "=" + web::encode_percent(value) + "&";
  }
  const auto reread = web::parse_form(again);
  MANDAT_ASSERT(reread && reread->pairs() == fields->pairs());
}

void check_percent(std::string_view input) {
  if (const auto decoded = web::decode_percent(input))
    MANDAT_ASSERT(web::decode_percent(web::encode_percent(*decoded)) == decoded);
  const auto path = web::canonical_path(input);
  if (!path) return;
  MANDAT_ASSERT(path->starts_with('/') && path->find("//") == std::string::npos);
  MANDAT_ASSERT((*path + "/").find("/../") == std::string::npos && (*path + "/").find("/./") == std::string::npos);
  std::string again = web::encode_percent(*path);
  for (std::size_t at = 0; (at = again.find("%2F", at)) != std::string::npos;) again.replace(at, 3, "/");
  MANDAT_ASSERT(web::canonical_path(again) == path);
}

void check_cookie(std::string_view input) {
  if (const auto value = web::find_cookie(input, "session")) {
    const std::string set = web::set_cookie({.name = "session", .value = *value});
    MANDAT_ASSERT(web::find_cookie(set, "session") == value);
  }
  if (const auto bytes = web::from_base64url(input)) MANDAT_ASSERT(web::base64url(*bytes) == input);
}

void check_json(std::string_view input) {
  const auto value = web::parse_json(input);
  if (value) MANDAT_ASSERT(web::parse_json(value->dump()) == value);
}

void check_head(std::string_view input) {
  web::Request request;
  const web::KernelLimits limits;
  std::string head(input.substr(0, 8192));
  head += "\r\n\r\n";
  head.resize(head.find("\r\n\r\n") + 4);  // what the connection hands over: up to the first empty line
  web::RequestParser parser(request, limits);
  if (parser.read_head(head) != 0) return;
  MANDAT_ASSERT(request.path.starts_with('/') && !request.header("host").empty());
  MANDAT_ASSERT(request.headers.size() <= limits.header_count);
  MANDAT_ASSERT(request.header("content-length").empty() || request.header("transfer-encoding").empty());
  std::string_view body = input.substr(std::min(head.size(), input.size()));
  while (!parser.is_done() && !body.empty()) {
    const std::size_t before = body.size();
    if (parser.read_body(body) != 0 || body.size() == before) break;
  }
  MANDAT_ASSERT(parser.decoded().size() <= input.size());
}

// Whatever was read is within the limits, valid, and survives the way from the confined child to the program.
void check_grid(const base::Outcome<tables::Grid>& read) {
  const auto handed = tables::decode(tables::encode(read));
  if (!read) {
    MANDAT_ASSERT(handed.refused_as(read.refusal().code));
    return;
  }
  MANDAT_ASSERT(handed.ok() && *handed == *read && !read->lines.empty());
  for (const tables::Line& line : read->lines) {
    MANDAT_ASSERT(!line.cells.empty() && !line.cells.back().empty());
    MANDAT_ASSERT(static_cast<int>(line.cells.size()) <= tables::most_columns.value());
    for (const tables::Cell& cell : line.cells) MANDAT_ASSERT(base::valid_utf8(cell.text));
  }
}

void check_csv(std::string_view input) {
  const auto read = tables::read_csv(input);
  if (read || read.refusal().code == tables::empty_table) check_grid(read);
}

void check_xlsx(std::string_view input) { check_grid(tables::read_xlsx(input)); }

// Whatever a bank's file says survives the way from the confined child, in valid text and with amounts that are none
// below zero.
void check_bank_file(std::string_view input) {
  const auto read = payments::read_bank_file(input);
  const auto handed = payments::decode(payments::encode(read));
  if (!read) {
    MANDAT_ASSERT(handed.refused_as(read.refusal().code));
    return;
  }
  MANDAT_ASSERT(handed.ok() && *handed == *read);
  for (const payments::AccountReport& report : read->reports)
    for (const payments::BankLine& line : report.lines)
      MANDAT_ASSERT(line.amount.cents >= 0 && base::valid_utf8(line.remittance) && base::valid_utf8(line.party));
  static_cast<void>(payments::decode(input));  // what a turned child may say
}

// What a report says stands in it, on one line.
void check_returned_mail(std::string_view input) {
  const auto report = gateways::read_mail_report(input);
  if (!report) return;
  MANDAT_ASSERT(!report->message_id.empty() && input.find(report->message_id) != std::string_view::npos);
  MANDAT_ASSERT(report->message_id.find('\n') == std::string::npos && report->words.find('\n') == std::string::npos);
}

constexpr std::array targets = {
    FuzzTarget{"multipart", check_multipart},
    FuzzTarget{"form", check_form},
    FuzzTarget{"percent", check_percent},
    FuzzTarget{"cookie", check_cookie},
    FuzzTarget{"json", check_json},
    FuzzTarget{"head", check_head},
    FuzzTarget{"csv", check_csv},
    FuzzTarget{"xlsx", check_xlsx},
    FuzzTarget{"bank_file", check_bank_file},
    FuzzTarget{"returned_mail", check_returned_mail},
};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return targets; }

}  // namespace support
