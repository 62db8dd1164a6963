#include "web/multipart.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "web/part_head.hpp"

namespace web {

namespace {

// RFC 2046 § 5.1.1, bchars; a space may not be last.
bool valid_boundary(std::string_view text) {
  constexpr std::string_view punctuation = "'()+_,-./:=? ";
  return !text.empty() && text.size() <= 70 && text.back() != ' ' && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           punctuation.find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  const auto value = parse_parameters(content_type);
  if (!value || value->head != "multipart/form-data") return std::nullopt;
  const auto boundary = value->find("boundary");
  if (!boundary || !valid_boundary(*boundary)) return std::nullopt;
  return boundary;
}

MultipartParser::MultipartParser(std::string_view boundary, MultipartSink& sink)
    : delimiter_(std::string("\r\n--").append(boundary)), sink_(sink) {}

bool MultipartParser::feed(std::string_view bytes) {
  if (state_ == State::malformed) return false;
  std::string joined;
  std::string_view input = bytes;
  if (!held_.empty()) {
    joined = std::move(held_);
    joined.append(bytes);
    input = joined;
    held_.clear();
  }
  while (step(input)) {
  }
  if (state_ != State::finished) held_.assign(input);
  return state_ != State::malformed;
}

// One state further; false when more bytes are needed or nothing is left to do.
bool MultipartParser::step(std::string_view& input) {
  switch (state_) {
    case State::preamble:
      return read_preamble(input);
    case State::headers:
      return read_headers(input);
    case State::data:
      return read_data(input);
    case State::delimiter_end:
      return read_delimiter_end(input);
    case State::finished:
    case State::malformed:
      return false;
  }
  return false;
}

// No browser writes a preamble: the body must begin with the delimiter, without its CRLF.
bool MultipartParser::read_preamble(std::string_view& input) {
  const std::string_view first = std::string_view(delimiter_).substr(2);
  if (!first.starts_with(input.substr(0, first.size()))) return refuse();
  if (input.size() < first.size()) return false;
  input.remove_prefix(first.size());
  state_ = State::delimiter_end;
  return true;
}

bool MultipartParser::read_delimiter_end(std::string_view& input) {
  if (input.size() < 2) return false;
  const std::string_view end = input.substr(0, 2);
  input.remove_prefix(2);
  if (end == "--") {
    state_ = State::finished;
    return false;
  }
  if (end != "\r\n") return refuse();
  state_ = State::headers;
  return true;
}

bool MultipartParser::read_headers(std::string_view& input) {
  if (input.starts_with("\r\n")) return refuse();  // no header at all
  const std::size_t end = input.find("\r\n\r\n");
  if (std::min(end, input.size()) > max_part_head) return refuse();
  if (end == std::string_view::npos) return false;
  auto part = parse_part_head(input.substr(0, end + 2));
  if (!part) return refuse();
  input.remove_prefix(end + 4);
  sink_.part_begin(std::move(*part));
  state_ = State::data;
  return true;
}

bool MultipartParser::read_data(std::string_view& input) {
  const std::size_t found = input.find(delimiter_);
  if (found != std::string_view::npos) {
    if (found > 0) sink_.part_bytes(input.substr(0, found));
    sink_.part_end();
    input.remove_prefix(found + delimiter_.size());
    state_ = State::delimiter_end;
    return true;
  }
  // Everything before what may be the beginning of a delimiter is data.
  const std::size_t tail = std::min(input.size(), delimiter_.size() - 1);
  const std::size_t from = input.size() - tail;
  const std::size_t maybe = std::min(input.find('\r', from), input.size());
  if (maybe > 0) sink_.part_bytes(input.substr(0, maybe));
  input.remove_prefix(maybe);
  return false;
}

bool MultipartParser::refuse() {
  state_ = State::malformed;
  return false;
}

}  // namespace web
