(function () {
  'use strict';

  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : value;
  }

  function compare(a, b) {
    // what was not measured stays last, whichever way the column is sorted
    if (a === '' || b === '') {
      return a === b ? 0 : a === '' ? 2 : -2;
    }
    var isNumeric = !isNaN(a) && !isNaN(b);
    return isNumeric ? Math.sign(a - b) : Math.sign(a.localeCompare(b, document.documentElement.lang));
  }

  function direction(head) {
    var now = head.getAttribute('aria-sort');
    if (now) {
      return now === 'ascending' ? 'descending' : 'ascending';
    }
    return head.classList.contains('number') ? 'descending' : 'ascending';
  }

  function sort(head) {
    var table = head.closest('table');
    var next = direction(head);
    table.querySelectorAll('th[aria-sort]').forEach(function (other) {
      other.removeAttribute('aria-sort');
    });
    head.setAttribute('aria-sort', next);

    var body = table.tBodies[0];
    Array.from(body.rows)
      .sort(function (one, other) {
        var order = compare(key(one, head.cellIndex), key(other, head.cellIndex));
        return Math.abs(order) === 2 || next === 'ascending' ? order : -order;
      })
      .forEach(function (row) {
        body.append(row);
      });
  }

  document.querySelectorAll('.sorter').forEach(function (button) {
    button.addEventListener('click', function () {
      sort(button.closest('th'));
    });
  });

  document.querySelectorAll('.find').forEach(function (field) {
    var rows = Array.from(document.getElementById(field.dataset.table).tBodies[0].rows);
    field.addEventListener('input', function () {
      var wanted = field.value.trim().toLocaleLowerCase();
      rows.forEach(function (row) {
        row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
      });
    });
  });

  document.querySelectorAll('.print').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      window.print();
    });
  });
})();
