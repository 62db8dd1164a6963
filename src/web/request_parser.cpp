#include "web/request_parser.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include "web/forms.hpp"
#include "web/header_text.hpp"
#include "web/percent.hpp"

namespace web {

namespace http = boost::beast::http;

namespace {

constexpr std::pair<http::verb, Method> served_methods[] = {
    {http::verb::get, Method::get}, {http::verb::head, Method::head},   {http::verb::post, Method::post},
    {http::verb::put, Method::put}, {http::verb::patch, Method::patch}, {http::verb::delete_, Method::del},
};

// Letters, digits and what host names, IPv6 literals and ports need (RFC 3986 § 3.2.2).
bool valid_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
           c == '_' || c == ':' || c == '[' || c == ']';
  });
}

// A line feed without its carriage return, or a header continued on a second line (RFC 9112 § 2.2 and 5.2): a proxy
// before us might read either otherwise than Beast does.
bool has_odd_line_end(std::string_view head) {
  for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
    if (at == 0 || head[at - 1] != '\r') return true;
    if (at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t')) return true;
  }
  return false;
}

}  // namespace

RequestParser::RequestParser(Request& request, const KernelLimits& limits) : request_(request), limits_(limits) {
  header_limit(static_cast<std::uint32_t>(limits.head_bytes) + 1);
  body_limit(boost::none);  // checked by the body's reader, which knows its kind
}

int RequestParser::read_head(std::string_view head) {
  if (has_odd_line_end(head)) return 400;
  boost::beast::error_code ec;
  put(boost::asio::const_buffer(head.data(), head.size()), ec);
  head_read_ = true;
  if (refused_ != 0) return refused_;
  if (ec) return status_for(ec);
  return check_framing();
}

int RequestParser::read_body(std::string_view& input) {
  eager(true);
  boost::beast::error_code ec;
  input.remove_prefix(put(boost::asio::const_buffer(input.data(), input.size()), ec));
  if (ec == http::error::need_more) return 0;
  return ec ? 400 : 0;
}

std::optional<std::uint64_t> RequestParser::declared_length() const {
  const auto length = content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

void RequestParser::on_request_impl(verb method, string_view, string_view target, int version, error_code& ec) {
  const auto* known = std::ranges::find(served_methods, method, &std::pair<verb, Method>::first);
  if (known == std::end(served_methods)) return refuse(method == verb::unknown ? 501 : 405, ec);
  request_.method = known->second;
  method_known_ = true;
  version_ = version;
  if (const int status = read_target({target.data(), target.size()})) refuse(status, ec);
}

int RequestParser::read_target(std::string_view target) {
  request_.target = target;
  for (const std::string_view scheme : {"http://", "https://"}) {  // absolute form: RFC 9112 § 3.2.2
    if (!target.starts_with(scheme)) continue;
    const std::size_t slash = std::min(target.find_first_of("/?", scheme.size()), target.size());
    authority_ = target.substr(scheme.size(), slash - scheme.size());
    if (!valid_host(authority_)) return 400;
    target.remove_prefix(slash);
    if (target.empty()) target = "/";
  }
  if (target.find('#') != std::string_view::npos) return 400;
  const std::size_t question = std::min(target.find('?'), target.size());
  auto path = canonical_path(target.substr(0, question));
  auto query = parse_form(target.substr(std::min(question + 1, target.size())));
  if (!path || !query) return 400;
  request_.path = std::move(*path);
  request_.query = std::move(*query);
  return 0;
}

void RequestParser::on_field_impl(field name, string_view name_text, string_view value_text, error_code& ec) {
  if (++header_count_ > limits_.header_count) return refuse(431, ec);
  if (head_read_) return;  // a trailer changes nothing of what was checked
  const std::string_view value(value_text.data(), value_text.size());
  if (const int status = check_field(name, value)) return refuse(status, ec);
  request_.headers.emplace_back(lower({name_text.data(), name_text.size()}), value);
}

int RequestParser::check_field(field name, std::string_view value) {
  if (name == field::host) {
    if (++hosts_ > 1 || !valid_host(value)) return 400;
  } else if (name == field::content_length) {
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (++content_lengths_ > 1 || !digits) return 400;
  } else if (name == field::transfer_encoding) {
    if (++transfer_encodings_ > 1 || lower(value) != "chunked") return 400;
  } else if (name == field::expect) {
    if (lower(value) != "100-continue") return 417;
    expects_continue_ = version_ >= 11;  // RFC 9110 § 10.1.1
  }
  return 0;
}

int RequestParser::check_framing() const {
  if (hosts_ != 1) return 400;
  if (!authority_.empty() && authority_ != request_.header("host")) return 400;
  if (transfer_encodings_ > 0 && (content_lengths_ > 0 || version_ < 11)) return 400;
  const bool carries_nothing = request_.method == Method::get || request_.method == Method::head;
  if (carries_nothing && has_body()) return 400;
  return 0;
}

void RequestParser::on_header_impl(error_code&) {}
void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) {}

std::size_t RequestParser::on_body_impl(string_view bytes, error_code&) {
  decoded_.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, string_view, error_code&) {}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) {
  decoded_.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::on_finish_impl(error_code&) {}

int RequestParser::status_for(const error_code& ec) const {
  if (ec == http::error::header_limit) return 431;
  if (ec == http::error::bad_version) return 505;
  return 400;
}

void RequestParser::refuse(int status, error_code& ec) {
  refused_ = status;
  ec = http::error::bad_field;  // any error stops the parser
}

}  // namespace web
