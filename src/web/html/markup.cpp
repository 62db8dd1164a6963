#include "web/html/markup.hpp"

#include "web/html/escape.hpp"

namespace web::html {
namespace {

std::size_t size_of(Pieces pieces) {
  std::size_t size = 0;
  for (const Piece& piece : pieces) size += piece.view().size();
  return size;
}

// What a textarea holds is sent back as it stands, and preformatted text or code is not a sentence.
bool verbatim(std::string_view tag) { return tag == "textarea" || tag == "pre" || tag == "code"; }

void append(std::string& out, const Piece& piece, bool verbatim) {
  if (piece.kind() != Piece::Kind::text)
    out.append(piece.view());
  else if (verbatim)
    append_escaped(out, piece.view());
  else
    append_shown(out, piece.view());
}

void open(std::string& out, std::string_view tag, Pieces pieces) {
  out.push_back('<');
  out.append(tag);
  for (const Piece& piece : pieces) {
    if (piece.kind() == Piece::Kind::attribute) out.append(piece.view());
  }
  out.push_back('>');
}

void append_children(std::string& out, Pieces pieces, bool verbatim = false) {
  for (const Piece& piece : pieces) {
    if (piece.kind() != Piece::Kind::attribute) append(out, piece, verbatim);
  }
}

}  // namespace

Markup Core::element(std::string_view tag, Pieces pieces) {
  std::string out;
  out.reserve(2 * tag.size() + 5 + size_of(pieces));
  open(out, tag, pieces);
  append_children(out, pieces, verbatim(tag));
  out.append("</").append(tag).push_back('>');
  return Markup(std::move(out));
}

Markup Core::void_element(std::string_view tag, Pieces pieces) {
  std::string out;
  out.reserve(tag.size() + 2 + size_of(pieces));
  open(out, tag, pieces);
  return Markup(std::move(out));
}

Markup Core::fragment(Pieces pieces) {
  std::string out;
  out.reserve(size_of(pieces));
  append_children(out, pieces);
  return Markup(std::move(out));
}

Markup Core::document(Pieces pieces) {
  std::string out = "<!doctype html>\n";
  out.reserve(64 + size_of(pieces));
  open(out, "html lang=\"fr\"", pieces);
  append_children(out, pieces);
  out.append("</html>\n");
  return Markup(std::move(out));
}

Attribute Core::attribute(std::string_view name, const Piece& value) {
  std::string out;
  out.reserve(name.size() + 4 + value.view().size());
  out.push_back(' ');
  out.append(name).append("=\"");
  append_escaped(out, value.view());
  out.push_back('"');
  return Attribute(std::move(out));
}

Attribute Core::literal_attribute(std::string_view name, std::string_view value) {
  std::string out(1, ' ');
  out.append(name).append("=\"").append(value).push_back('"');
  return Attribute(std::move(out));
}

Attribute Core::bare_attribute(std::string_view name) {
  std::string out(1, ' ');
  out.append(name);
  return Attribute(std::move(out));
}

Attribute Core::class_list(Pieces names) {
  std::string out;
  out.reserve(9 + names.size() + size_of(names));
  for (const Piece& piece : names) {
    if (piece.view().empty()) continue;
    out.append(out.empty() ? " class=\"" : " ");
    append_escaped(out, piece.view());
  }
  if (!out.empty()) out.push_back('"');
  return Attribute(std::move(out));
}

}  // namespace web::html
