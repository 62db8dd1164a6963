#include "floor/payments/xml_document.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <limits>

#include "base/assert.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"

namespace payments {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view schema_of(std::string_view message) {
  const auto* file = base::find_embedded(embedded_data, "sepa/" + std::string(message) + ".xsd");
  return file == nullptr ? std::string_view() : file->text();
}

void be_quiet(void*, const char*, ...) {}

void note(void* context, xmlErrorPtr error) {
  auto& found = *static_cast<std::optional<XmlDocument::Problem>*>(context);
  if (found || error == nullptr) return;
  const auto* node = static_cast<const xmlNode*>(error->node);
  found = XmlDocument::Problem{error->line, node == nullptr ? std::string() : std::string(view(node->name))};
}

template <class T, void (*release)(T*)>
struct Release {
  void operator()(T* owned) const { release(owned); }
};
template <class T, void (*release)(T*)>
using Owned = std::unique_ptr<T, Release<T, release>>;

void release_text(xmlChar* text) { xmlFree(text); }

using ParserContext = Owned<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt>;
using Schema = Owned<xmlSchema, xmlSchemaFree>;
using Validation = Owned<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt>;

Schema read_schema(std::string_view text) {
  const ParserContext parser(xmlSchemaNewMemParserCtxt(text.data(), static_cast<int>(text.size())));
  MANDAT_ASSERT(parser);
  xmlSchemaSetParserErrors(parser.get(), be_quiet, be_quiet, nullptr);
  return Schema(xmlSchemaParse(parser.get()));
}

}  // namespace

std::string_view Element::name() const { return node_ == nullptr ? std::string_view() : view(node_->name); }

std::string_view Element::space() const {
  return node_ == nullptr || node_->ns == nullptr ? std::string_view() : view(node_->ns->href);
}

Element Element::operator[](std::string_view child) const {
  if (node_ == nullptr) return Element();
  for (const xmlNode* each = node_->children; each != nullptr; each = each->next)
    if (each->type == XML_ELEMENT_NODE && view(each->name) == child) return Element(each);
  return Element();
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  if (node_ == nullptr) return found;
  for (const xmlNode* each = node_->children; each != nullptr; each = each->next)
    if (each->type == XML_ELEMENT_NODE) found.push_back(Element(each));
  return found;
}

std::vector<Element> Element::children(std::string_view name) const {
  std::vector<Element> found;
  for (const Element& child : children())
    if (child.name() == name) found.push_back(child);
  return found;
}

std::string Element::text() const {
  if (node_ == nullptr) return {};
  const Owned<xmlChar, release_text> content(xmlNodeGetContent(node_));
  return std::string(base::trim(view(content.get())));
}

std::string Element::attribute(std::string_view name) const {
  if (node_ == nullptr) return {};
  for (const xmlAttr* each = node_->properties; each != nullptr; each = each->next)
    if (view(each->name) == name && each->children != nullptr) return std::string(view(each->children->content));
  return {};
}

XmlDocument::XmlDocument(_xmlDoc* document) : document_(document, xmlFreeDoc) {}

// A document type is where entities that swell, or that fetch other files, are declared: no bank's file has one.
std::optional<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  if (!base::valid_utf8(bytes) || bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return std::nullopt;
  if (bytes.find("<!DOCTYPE") != std::string_view::npos || bytes.find("<!ENTITY") != std::string_view::npos)
    return std::nullopt;
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                          XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
  xmlDoc* document = xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options);
  if (document == nullptr) return std::nullopt;
  XmlDocument read(document);
  if (document->intSubset != nullptr || xmlDocGetRootElement(document) == nullptr) return std::nullopt;
  return read;
}

Element XmlDocument::root() const { return Element(xmlDocGetRootElement(document_.get())); }

std::optional<XmlDocument::Problem> XmlDocument::problem_with(std::string_view message) const {
  const Schema schema = read_schema(schema_of(message));
  MANDAT_ASSERT(schema);  // our own files
  const Validation validation(xmlSchemaNewValidCtxt(schema.get()));
  MANDAT_ASSERT(validation);
  std::optional<Problem> found;
  xmlSchemaSetValidStructuredErrors(validation.get(), note, &found);
  const int answer = xmlSchemaValidateDoc(validation.get(), document_.get());
  if (answer != 0 && !found) found = Problem{1, {}};
  return found;
}

}  // namespace payments
