#include "floor/documents/pdf_check.hpp"

#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr; the header warns until one chooses

#include <algorithm>
#include <array>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace documents {
namespace {

using Object = QPDFObjectHandle;

// ISO 32000-2 table 201, but those that only move within the document, open a web page on a click, or print.
constexpr std::array<std::string_view, 11> refused_actions = {
    "/JavaScript", "/Launch",    "/ImportData", "/SubmitForm", "/RichMediaExecute", "/GoToE",
    "/GoToR",  // opens another file, on a server of the author's choice too
    "/GoToDp",     "/Rendition", "/Movie",      "/Sound"};
constexpr std::array<std::string_view, 5> refused_annotations = {"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"};
// Factur-X 1.07 § 6.2.1 and its elder names: since the e-invoicing reform, invoices come with this one attachment.
constexpr std::array<std::string_view, 4> invoice_data = {"factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml",
                                                          "xrechnung.xml"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string name_at(Object& dictionary, const std::string& key) {
  Object value = dictionary.getKey(key);
  return value.isName() ? value.getName() : std::string();
}

bool is_action(Object value) { return value.isDictionary() && value.getKey("/S").isName(); }

// What happens by itself when the document is opened: going to a place in it is all that it may do.
bool opens_harmlessly(Object action) {
  if (action.isDictionary()) return name_at(action, "/S") == "/GoTo";
  return action.isNull() || action.isArray() || action.isString() || action.isName();  // a destination
}

bool holds_automatic_actions(Object triggers) {
  if (!triggers.isDictionary()) return false;
  const auto keys = triggers.getKeys();
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return is_action(triggers.getKey(key)); });
}

bool is_invoice_data(Object& specification) {
  Object name = specification.getKey("/UF").isString() ? specification.getKey("/UF") : specification.getKey("/F");
  return name.isString() && is_one_of(invoice_data, name.getUTF8Value());
}

bool dictionary_is_active(Object& dictionary) {
  if (is_one_of(refused_actions, name_at(dictionary, "/S"))) return true;
  Object script = dictionary.getKey("/JS");
  if (script.isString() || script.isStream()) return true;
  if (dictionary.getKey("/JavaScript").isDictionary()) return true;  // the name tree of scripts run at opening
  if (!dictionary.getKey("/XFA").isNull()) return true;
  if (!opens_harmlessly(dictionary.getKey("/OpenAction"))) return true;
  if (holds_automatic_actions(dictionary.getKey("/AA"))) return true;
  if (dictionary.getKey("/EF").isDictionary() && !is_invoice_data(dictionary)) return true;
  return !dictionary.getKey("/Rect").isNull() && is_one_of(refused_annotations, name_at(dictionary, "/Subtype"));
}

// `object` and what is written inside it; what it refers to is an object of its own. The parser bounds the nesting.
bool is_active(Object object) {
  Object dictionary = object.isStream() ? object.getDict() : object;
  if (dictionary.isDictionary()) {
    if (dictionary_is_active(dictionary)) return true;
    for (const std::string& key : dictionary.getKeys()) {
      Object value = dictionary.getKey(key);
      if (!value.isIndirect() && is_active(value)) return true;
    }
  } else if (object.isArray()) {
    for (int i = 0; i < object.getArrayNItems(); ++i) {
      Object value = object.getArrayItem(i);
      if (!value.isIndirect() && is_active(value)) return true;
    }
  }
  return false;
}

// Nothing after the end but blanks: an archive or a program hung on the end makes a polyglot.
bool ends_as_a_pdf(std::string_view bytes) {
  constexpr std::string_view mark = "%%EOF";
  const std::size_t end = bytes.rfind(mark);
  if (end == std::string_view::npos) return false;
  const std::string_view rest = bytes.substr(end + mark.size());
  return rest.find_first_not_of(std::string_view(" \t\r\n\f\0", 6)) == std::string_view::npos;
}

}  // namespace

Verdict inspect_pdf(std::string_view bytes) {
  if (!ends_as_a_pdf(bytes)) return Verdict::damaged;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);  // what is rebuilt by guessing may lack pages, and differ from reader to reader
    pdf.processMemoryFile("document", bytes.data(), bytes.size());
    if (pdf.isEncrypted()) return Verdict::encrypted;
    if (pdf.getAllPages().empty()) return Verdict::damaged;
    for (const Object& object : pdf.getAllObjects())
      if (is_active(object)) return Verdict::active;
    return is_active(pdf.getTrailer()) ? Verdict::active : Verdict::sound;
  } catch (const QPDFExc& problem) {
    const bool locked = problem.getErrorCode() == qpdf_e_password || problem.getErrorCode() == qpdf_e_unsupported;
    return locked ? Verdict::encrypted : Verdict::damaged;
  } catch (const std::exception&) {
    return Verdict::damaged;
  }
}

}  // namespace documents
