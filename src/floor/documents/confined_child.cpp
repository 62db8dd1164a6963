#include "floor/documents/confined_child.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <system_error>

#include "floor/documents/confined_job.hpp"
#include "floor/documents/descriptor.hpp"
#include "floor/documents/durable_file.hpp"
#include "floor/documents/image_rewrite.hpp"
#include "floor/documents/pdf_check.hpp"
#include "floor/documents/sandbox.hpp"
#include "floor/payments/bank_file.hpp"
#include "floor/tables/grid_codec.hpp"
#include "floor/tables/xlsx_reader.hpp"

namespace documents {
namespace {

Verdict inspect() {
  const MappedFile pdf(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  return inspect_pdf(pdf.bytes());
}

Verdict rewrite(const ImageLimits& limits) {
  const MappedFile image(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  return rewrite_image(image.bytes(), limits, in_child.output, in_child.thumbnail);
}

Verdict read_workbook() {
  const MappedFile workbook(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  write_all(in_child.output, tables::encode(tables::read_xlsx(workbook.bytes())));
  return Verdict::sound;
}

Verdict read_bank_file() {
  const MappedFile file(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  write_all(in_child.output, payments::encode(payments::read_bank_file(file.bytes())));
  return Verdict::sound;
}

// poppler's own programs: a second opinion of the same file, and no poppler in our binary. Does not return when all is
// well.
template <std::size_t Count>
Verdict become(const char* program, const std::array<const char*, Count>& arguments) {
  const std::array<char*, 1> environment = {nullptr};
  if (::lseek(in_child.source, 0, SEEK_SET) != 0 || !enter(Sandbox::foreign_tool)) return Verdict::not_checked;
  ::execve(program, const_cast<char* const*>(arguments.data()), environment.data());
  return Verdict::not_checked;  // poppler-utils is not installed
}

Verdict draw_page(const ImageLimits& limits) {
  const std::string side = std::to_string(limits.thumbnail_side);
  const std::array<const char*, 11> arguments = {"pdftoppm", "-jpeg",     "-singlefile", "-f", "1",    "-l",
                                                 "1",        "-scale-to", side.c_str(),  "-",  nullptr};
  return become("/usr/bin/pdftoppm", arguments);
}

// -layout keeps an amount on the line of its label.
Verdict extract_text() {
  constexpr std::array<const char*, 9> arguments = {"pdftotext", "-layout", "-enc", "UTF-8", "-l",
                                                    "20",        "-",       "-",    nullptr};
  return become("/usr/bin/pdftotext", arguments);
}

Verdict run(std::string_view job, const ImageLimits& limits) {
  if (job == to_text(Job::inspect_pdf)) return inspect();
  if (job == to_text(Job::rewrite_image)) return rewrite(limits);
  if (job == to_text(Job::draw_pdf_page)) return draw_page(limits);
  if (job == to_text(Job::extract_text)) return extract_text();
  if (job == to_text(Job::read_workbook)) return read_workbook();
  if (job == to_text(Job::read_bank_file)) return read_bank_file();
  return Verdict::not_checked;
}

}  // namespace

void run_confined_child(int argc, const char* const* argv) {
  confined_children_can_run();
  constexpr int arguments = 6;
  if (argc != arguments || std::string_view(argv[1]) != child_mark) return;
  Verdict verdict = Verdict::damaged;  // also when it asks for more memory than there is
  try {
    verdict = run(argv[2], {std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5])});
  } catch (const std::system_error& failure) {
    verdict = is_full(failure) ? Verdict::store_full : Verdict::not_checked;
  } catch (const std::exception&) {
  }
  ::_exit(static_cast<int>(verdict));  // nothing of the program proper is to be torn down
}

}  // namespace documents
