import Testing

@testable import Reporting

@Suite struct TableTests {
  private static let table = Table([["name", "size"], ["a", "1"], ["long*name", "1000"], ["last", ""]], right: [1])

  @Test func columnsAreAsWideAsTheirWidestCell() {
    #expect(Self.table.text() == ["  name       size", "  a             1", "  long*name  1000", "  last"])
    #expect(Self.table.text(indent: 0).first == "name       size")
  }

  @Test func theLastCellOfARowTakesNoRoom() {
    let rows = [["a", "x", "y"], ["b", "a long remark"], ["c"]]
    #expect(Table(rows).text(indent: 0) == ["a  x  y", "b  a long remark", "c"])
  }

  @Test func stylesDoNotCount() {
    let text = Self.table.text(indent: 0) { line, column, cell in line == 1 && column == 0 ? "<\(cell)>" : cell }
    #expect(text == ["name       size", "<a>             1", "long*name  1000", "last"])
  }

  @Test func freeLinesStandAcross() {
    let table = Table([.left, .right], lines: [.cells(["a", "1"]), .free("a title"), .cells(["bc", "22"])])
    #expect(table.text() == ["  a    1", "a title", "  bc  22"])
  }

  @Test func markdownHasAHeadAndEscapedCells() {
    #expect(
      Self.table.markdown == [
        "| name | size |", "| --- | ---: |", "| a | 1 |", "| long\\*name | 1000 |", "| last |  |",
      ])
    #expect(Table([]).markdown.count == 2)
  }
}
