(function () {
  'use strict';

  var INK = '#17202e';
  var MUTED = '#586577';
  var LINE = '#e4e8ef';
  var BLUE = '#2b59c3';
  var STEPS = ['#c5d0e6', '#7fa0e6', '#1b9a6c'];
  var FONT = getComputedStyle(document.body).fontFamily;
  var LANGUAGE = document.documentElement.lang;

  var percent = new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 0 });
  var decimal = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });

  // drawn as rich text: an HTML tooltip would need inline styles, which the page forbids
  function tooltip(extra) {
    return Object.assign({
      renderMode: 'richText',
      confine: true,
      backgroundColor: '#17202e',
      borderWidth: 0,
      padding: [8, 12],
      textStyle: { color: '#fff', fontSize: 12.5, fontFamily: FONT, lineHeight: 19 }
    }, extra);
  }

  function objections(data) {
    var rows = data.rows.slice().reverse();
    var labels = window.innerWidth < 640 ? 96 : 158;
    return {
      textStyle: { fontFamily: FONT },
      animation: false,
      color: STEPS,
      grid: { left: labels + 14, right: 22, top: 36, bottom: 24 },
      legend: { left: 0, top: 0, itemWidth: 11, itemHeight: 11, itemGap: 18, icon: 'roundRect',
        textStyle: { color: MUTED, fontSize: 12.5 } },
      tooltip: tooltip({ trigger: 'axis', axisPointer: { type: 'shadow' } }),
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: MUTED }, splitLine: { lineStyle: { color: LINE } } },
      yAxis: {
        type: 'category',
        data: rows.map(function (row) { return row.name; }),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { color: INK, fontSize: 12.5, width: labels, overflow: 'break', lineHeight: 15 }
      },
      series: data.names.map(function (name, i) {
        return {
          name: name,
          type: 'bar',
          barGap: '12%',
          barCategoryGap: '34%',
          barMaxWidth: 11,
          itemStyle: { borderRadius: [0, 3, 3, 0] },
          data: rows.map(function (row) { return row.values[i]; })
        };
      })
    };
  }

  // the axis holds the values and the published range, and a share never leaves 0 to 1
  function reach(one, extent) {
    var low = Math.min(extent.min, one.range ? one.range[0] : extent.min);
    var high = Math.max(extent.max, one.range ? one.range[1] : extent.max);
    if (one.isShare) {
      return {
        low: Math.max(0, Math.floor(low * 10 - 1) / 10),
        high: Math.min(1, Math.ceil(high * 10 + 1) / 10)
      };
    }
    return { low: low < 0 ? Math.floor(low * 1.2) : 0, high: Math.ceil(high * 1.2) || 1 };
  }

  function trends(data, shown) {
    var one = data.series[shown];
    var axis = one.isShare ? percent : decimal;
    var series = {
      name: one.name,
      type: 'line',
      smooth: 0.25,
      connectNulls: true,
      symbol: 'circle',
      symbolSize: 9,
      lineStyle: { width: 3, color: BLUE },
      itemStyle: { color: BLUE, borderColor: '#fff', borderWidth: 2 },
      areaStyle: { color: 'rgba(43,89,195,0.07)' },
      data: one.points.map(function (point) { return point.value; })
    };
    if (one.range) {
      series.markArea = {
        silent: true,
        itemStyle: { color: 'rgba(27,154,108,0.12)' },
        label: { position: 'insideTopRight', color: '#0a7a53', fontSize: 11.5 },
        data: [[{ yAxis: one.range[0], name: data.rangeName }, { yAxis: one.range[1] }]]
      };
    }
    return {
      textStyle: { fontFamily: FONT },
      animation: false,
      grid: { left: 4, right: 18, top: 22, bottom: 4, containLabel: true },
      tooltip: tooltip({
        trigger: 'axis',
        formatter: function (hits) {
          var point = one.points[hits[0].dataIndex];
          return point.at + '\n' + one.name + '  ' + point.text;
        }
      }),
      xAxis: {
        type: 'category',
        data: one.points.map(function (point) { return point.at; }),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { color: MUTED, hideOverlap: true }
      },
      yAxis: {
        type: 'value',
        min: function (extent) { return reach(one, extent).low; },
        max: function (extent) { return reach(one, extent).high; },
        axisLabel: { color: MUTED, formatter: function (value) { return axis.format(value); } },
        splitLine: { lineStyle: { color: LINE } }
      },
      series: [series]
    };
  }

  function switcher(box, data, draw) {
    var buttons = data.series.map(function (one, i) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = one.name;
      button.setAttribute('aria-pressed', String(i === 0));
      button.addEventListener('click', function () {
        buttons.forEach(function (other) {
          other.setAttribute('aria-pressed', String(other === button));
        });
        draw(i);
      });
      return button;
    });
    buttons.forEach(function (button) { box.append(button); });
  }

  document.querySelectorAll('.chart').forEach(function (place) {
    var data = JSON.parse(document.getElementById(place.dataset.source).textContent);
    var chart = window.echarts.init(place, null, { renderer: 'svg' });

    if (data.kind === 'objections') {
      chart.setOption(objections(data));
    } else {
      var shown = 0;
      var draw = function (i) {
        shown = i;
        chart.setOption(trends(data, i), true);
      };
      switcher(document.getElementById(place.dataset.switch), data, draw);
      draw(0);
      chart.on('click', function (hit) {
        var point = data.series[shown].points[hit.dataIndex];
        if (point && point.href) {
          window.location.href = point.href;
        }
      });
    }

    window.addEventListener('resize', function () { chart.resize(); });
    window.addEventListener('beforeprint', function () {
      var drawing = place.querySelector('svg');
      drawing.setAttribute('viewBox', '0 0 ' + drawing.clientWidth + ' ' + drawing.clientHeight);
    });
  });
})();
