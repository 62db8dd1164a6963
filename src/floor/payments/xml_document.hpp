// XML as a bank sends it, read by libxml2 without network, entities or document types, and held against its schema.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlDoc;
struct _xmlNode;

namespace payments {

// An element, while its document lives; or none: of none, every part is none, every text empty.
class Element {
 public:
  explicit Element(const _xmlNode* node = nullptr) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }

  std::string_view name() const;                     // without prefix
  std::string_view space() const;                    // its namespace's address
  Element operator[](std::string_view child) const;  // the first of that name
  std::vector<Element> children() const;
  std::vector<Element> children(std::string_view name) const;
  std::string text() const;  // without blanks at its ends
  std::string attribute(std::string_view name) const;

 private:
  const _xmlNode* node_;
};

class XmlDocument {
 public:
  // Null when the bytes are not well-formed UTF-8 XML, or hold a document type.
  static std::optional<XmlDocument> parse(std::string_view bytes);

  Element root() const;

  struct Problem {
    int line;             // from 1
    std::string element;  // may be empty
  };
  // The first departure from the schema of that message ("camt.053.001.08"), one of data/sepa; null when there is none.
  std::optional<Problem> problem_with(std::string_view message) const;

 private:
  explicit XmlDocument(_xmlDoc* document);
  std::shared_ptr<_xmlDoc> document_;
};

}  // namespace payments
